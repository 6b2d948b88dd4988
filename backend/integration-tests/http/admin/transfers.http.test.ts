import "../../with-bank-feed";

import { createRequire } from "node:module";
import type {
  RefundsDue,
  SentRefund,
  StatementImport,
  StatementPreviewAnswer,
  SuspenseDetail,
  SuspenseList,
} from "@cho-lang/shared/contracts/operator-transfers";
import type { Api, Refused, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer, must, signIn } from "../../market";
import { meeting } from "../../meeting";
import { aTransfer, checkOutByTransfer, requestOf, viewOf } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { ACCOUNT_NUMBER } from "../../with-bank-feed";
import { workbook } from "../../workbook";

const { recordTransfers }: typeof import("../../../src/modules/payment-vietqr") = createRequire(
  __filename,
)("../../../src/modules/payment-vietqr");

const payee = { bank_bin: "970436", account_number: "0071000123456", name: "NGUYEN THI MAI" };
const noKey = { validateStatus: () => true };

medusaHttpSuite("admin-transfers", ({ api: client, getContainer }) => {
  const api = client as Api;
  let market: Market;
  let coffee: MarketProducer;
  let headers: { authorization: string };
  let ofProducer: string;

  beforeAll(async () => {
    const container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    const { email: owner } = must(coffee.members[0]);
    const signedIn = await signIn(api, { email: owner, password: coffee.password });
    ofProducer = signedIn.headers.authorization;
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    headers = { authorization: `Bearer ${data.token}` };
  });
  afterEach(settle);

  const get = <T = Refused>(path: string) => api.get<T>(`/admin/${path}`, { headers, ...noKey });
  const post = <T = Refused>(path: string, body: unknown) =>
    api.post<T>(`/admin/${path}`, body, { headers, ...noKey });
  const resolve = <T = Refused>(id: string, body: unknown) =>
    post<T>(`suspense/${id}/resolve`, body);

  /** Money whose text names no purchase; answers its entry. */
  async function lost(amount_vnd: number, sender: typeof payee | null = null): Promise<string> {
    await recordTransfers([{ ...aTransfer("chuc mung nam moi", amount_vnd), sender }]);
    const [row] = await sql()<{ id: string }[]>`
      SELECT id FROM vietqr.suspense WHERE amount_vnd = ${amount_vnd}`;
    return must(row).id;
  }

  it("only an operator sees this money or decides about it", async () => {
    const id = await lost(50_000);
    const lists = ["suspense", `suspense/${id}`, "refunds-due"];
    const deeds = {
      [`suspense/${id}/resolve`]: { deed: "keep", note: "Quà" },
      "refunds-due/rfd_1/sent": { bank_reference: "FT1" },
      "bank-statements": { file: "YQ==" },
      "bank-statements/preview": { file: "YQ==" },
    };
    for (const authorization of [undefined, ofProducer]) {
      const config = { headers: authorization ? { authorization } : {}, ...noKey };
      for (const path of lists) expect((await api.get(`/admin/${path}`, config)).status).toBe(401);
      for (const [path, body] of Object.entries(deeds)) {
        expect((await api.post(`/admin/${path}`, body, config)).status, path).toBe(401);
      }
    }
    expect((await get<SuspenseList>("suspense")).data).toMatchObject({ count: 1, sum_vnd: 50_000 });
  });

  it("money without a code pays the awaiting purchase that the operator names", async () => {
    const buyer = aBuyer(api, market);
    const awaiting = await checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id));
    const { amount_vnd } = await requestOf(awaiting);
    const id = await lost(amount_vnd);
    const { suspense } = (await get<SuspenseDetail>(`suspense/${id}`)).data;
    expect(suspense).toMatchObject({
      reason: "unmatched",
      purchase: null,
      resolution: null,
      transfer: { content: "chuc mung nam moi", account_number: ACCOUNT_NUMBER, sender: null },
    });
    const [candidate] = suspense.candidates;
    expect(candidate).toMatchObject({ id: awaiting.purchase_id, missing_vnd: amount_vnd });
    const { number } = must(candidate);
    const wrong = await resolve(id, { deed: "pay", purchase_number: "CL-00000" });
    expect([wrong.status, wrong.data.code]).toEqual([400, "purchase_not_awaiting"]);
    expect(wrong.data.fields?.[0]?.field).toBe("purchase_number");
    const paid = await resolve<SuspenseDetail>(id, { deed: "pay", purchase_number: number });
    expect(paid.data.suspense.resolution).toMatchObject({
      kind: "paid_to",
      paid_to: { id: awaiting.purchase_id, number },
      refund: null,
    });
    expect((await viewOf(buyer, awaiting)).status).toBe("placed");
    expect((await get<SuspenseList>("suspense")).data.count).toBe(0);
    expect((await get<SuspenseList>("suspense?state=resolved")).data).toMatchObject({ count: 1 });
  });

  it("of five operators who decide at once about the same money, one does", async () => {
    const id = await lost(70_000, payee);
    const everybody = meeting(5);
    const answers = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => {
        await everybody();
        return resolve(
          id,
          index % 2 === 0 ? { deed: "send_back" } : { deed: "keep", note: "Quà của khách" },
        );
      }),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, data }) => [status, data.code])).toEqual(
      Array(4).fill([400, "suspense_resolved"]),
    );
  });

  it("money is sent back to whoever sent it, or to the account that is typed, and marked once", async () => {
    const known = await lost(80_000, payee);
    expect((await resolve(known, { deed: "send_back" })).status).toBe(200);
    const unknown = await lost(90_000);
    const missing = await resolve(unknown, { deed: "send_back" });
    expect([missing.status, missing.data.fields?.[0]?.field]).toEqual([400, "payee"]);
    const typed = { ...payee, account_number: "0071 0001 99999" };
    expect((await resolve(unknown, { deed: "send_back", payee: typed })).status).toBe(200);
    const due = (await get<RefundsDue>("refunds-due")).data;
    expect(due).toMatchObject({
      count: 2,
      sum_vnd: 170_000,
      refunds: [
        { amount_vnd: 80_000, payee, status: "due", order: null, suspense_id: known },
        { amount_vnd: 90_000, payee: { ...payee, account_number: "0071000199999" } },
      ],
    });
    const [first] = due.refunds;
    expect(first?.content).toMatch(/^[0-9A-Za-z ]{10,60}$/);
    const path = `refunds-due/${must(first).id}/sent`;
    const everybody = meeting(2);
    const both = await Promise.all(
      ["FT111", "FT222"].map(async (bank_reference) => {
        await everybody();
        return post<SentRefund & Refused>(path, { bank_reference });
      }),
    );
    const sent = must(both.find(({ status }) => status === 200)).data.refund;
    expect(sent).toMatchObject({ status: "sent", sent_by: expect.any(String) });
    expect(both.map(({ data }) => data.code)).toContain("refund_already_sent");
    const again = await post<SentRefund>(path, { bank_reference: sent.bank_reference });
    expect([again.status, again.data.refund.sent_at]).toEqual([200, sent.sent_at]);
    expect((await get<RefundsDue>("refunds-due")).data.count).toBe(1);
    expect((await get<RefundsDue>("refunds-due?state=sent")).data.refunds).toEqual([sent]);
    const { suspense } = (await get<SuspenseDetail>(`suspense/${known}`)).data;
    expect(suspense.resolution?.refund).toEqual({ id: sent.id, status: "sent" });
  });

  it("names what is wrong with an account or a note", async () => {
    const id = await lost(60_000);
    const odd: [object, string][] = [
      [{ deed: "send_back", payee: { ...payee, bank_bin: "123456" } }, "payee.bank_bin"],
      [{ deed: "send_back", payee: { ...payee, account_number: "12" } }, "payee.account_number"],
      [{ deed: "send_back", payee: { ...payee, name: " " } }, "payee.name"],
      [{ deed: "keep", note: "  " }, "note"],
      [{ deed: "keep" }, "note"],
      [{ deed: "give away" }, "deed"],
      [{ deed: "pay" }, "purchase_number"],
    ];
    for (const [body, field] of odd) {
      const { status, data } = await resolve(id, body);
      expect([status, data.fields?.[0]?.field], JSON.stringify(body)).toEqual([400, field]);
    }
    expect((await resolve("sus_none", { deed: "keep", note: "Quà" })).status).toBe(404);
    expect((await post("refunds-due/rfd_none/sent", { bank_reference: "FT1" })).status).toBe(404);
  });

  it("a statement pays what it names, and the same file again changes nothing", async () => {
    const buyer = aBuyer(api, market);
    const awaiting = await checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id));
    const { code, amount_vnd } = await requestOf(awaiting);
    const day = new Date(Date.now() + 7 * 3_600_000);
    const file = workbook([
      ["SAO KÊ TÀI KHOẢN", ACCOUNT_NUMBER, null, null, null],
      ["Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Nội dung"],
      [day, "FT26326000001", null, amount_vnd, `MBVCB.1.${code}.CT`],
      [day, "FT26326000002", null, 33_000, "chuc suc khoe"],
      [day, "FT26326000003", 11_000, null, "phi dich vu"],
      [day, "FT26326000004", null, 10.5, "lai"],
      [null, null, 11_000, 178_000, "Cộng"],
    ]).toString("base64");
    const preview = await post<StatementPreviewAnswer>("bank-statements/preview", { file });
    expect(preview.data).toMatchObject({
      known: 0,
      new: 2,
      new_vnd: amount_vnd + 33_000,
      rows: [
        { line: 3, amount_vnd },
        { line: 4, content: "chuc suc khoe" },
      ],
      outgoing: 1,
      skipped: [
        { line: 6, reason: "bad_amount" },
        { line: 7, reason: "no_date" },
      ],
      skipped_count: 2,
    });
    expect((await get<SuspenseList>("suspense")).data.count).toBe(0);
    const everybody = meeting(2);
    const both = await Promise.all(
      [1, 2].map(async () => {
        await everybody();
        return post<StatementImport>("bank-statements", { file });
      }),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const sum = (name: keyof StatementImport) =>
      both.reduce((total, { data }) => total + data[name], 0);
    expect([sum("new"), sum("known"), sum("paid"), sum("suspense")]).toEqual([2, 2, 1, 1]);
    expect((await viewOf(buyer, awaiting)).status).toBe("placed");
    const again = await post<StatementImport>("bank-statements", { file });
    expect(again.data).toEqual({ known: 2, new: 0, paid: 0, partial: 0, suspense: 0 });
    expect((await get<SuspenseList>("suspense")).data).toMatchObject({ count: 1, sum_vnd: 33_000 });
  });

  it("says what is wrong with a file that is no statement of this account", async () => {
    const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");
    const head = "Ngày giao dịch,Số tham chiếu,Ghi có,Nội dung\n";
    const odd: [string, string][] = [
      [base64("no statement at all"), "statement_no_header"],
      [base64(`Số tài khoản: 9999888877\n${head}`), "statement_other_account"],
      [base64(Buffer.from("d0cf11e0a1b11ae1", "hex")), "statement_old_excel"],
      [base64(Buffer.alloc(5 * 1024 * 1024, 120)), "statement_unreadable"],
      ["không phải base64", "invalid_fields"],
      ["", "invalid_fields"],
    ];
    for (const [file, code] of odd) {
      for (const path of ["bank-statements/preview", "bank-statements"]) {
        const { status, data } = await post(path, { file });
        const said = [status, data.code, data.fields?.[0]?.field];
        expect(said, file.slice(0, 40)).toEqual([400, code, "file"]);
      }
    }
    const large = base64(Buffer.alloc(6 * 1024 * 1024, 120));
    expect((await post("bank-statements", { file: large })).status).toBe(413);
  });
});
