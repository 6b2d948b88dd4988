import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import * as queries from "./queries";
import RefundRequestModuleService, {
  PURCHASE_PHOTOS,
  type RequestDeed,
  type RequestDraft,
} from "./service";
import { tables } from "./tables";

const DAY_MS = 24 * 60 * 60 * 1000;
const member = { id: "prmem_1", name: "Chị Hoa" };
const operator = { id: "user_1", name: "Cán bộ" };
const guest = { id: "buyer", name: "buyer" };

describe("Requests for money back", () => {
  ownDatabase("refund-request", "refund_request", migrations);
  const service = new RefundRequestModuleService();
  let orders = 0;

  afterEach(() => vi.restoreAllMocks());

  function aDraft(over: Partial<RequestDraft> = {}): RequestDraft {
    orders += 1;
    return {
      purchase_id: `purch_${orders}`,
      order_id: `order_${orders}`,
      order_number: `CL-${orders}-1`,
      producer_id: "prod_1",
      kind: "refund",
      reason: "other",
      text: "Xin hoàn tiền",
      is_whole: false,
      amount_vnd: 100_000,
      shipping_vnd: 0,
      payee_bank_bin: null,
      payee_account: null,
      payee_name: null,
      asked_at: new Date(),
      answer_by: new Date(Date.now() + DAY_MS),
      lines: [{ line_item_id: "line_1", quantity: 1, total_vnd: 100_000, is_visit: false }],
      photo_ids: [],
      ...over,
    };
  }
  const ends = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).map((end) =>
      end.status === "fulfilled" ? "" : (end.reason as { code: string }).code,
    );
  /** Lets all who come have read before any of them locks. */
  function theyMeet(name: "lockOrder" | "lockRequest", count: number) {
    const both = meeting(count);
    const { lockOrder, lockRequest } = queries;
    const real = { lockOrder, lockRequest }[name] as (...args: unknown[]) => Promise<unknown>;
    return vi.spyOn(queries, name).mockImplementation(async (...args: unknown[]) => {
      await both();
      return real(...args) as never;
    });
  }
  const accept: RequestDeed = { name: "accept", most_vnd: 100_000 };
  const grant: RequestDeed = {
    name: "grant",
    amount_vnd: 50_000,
    most_vnd: 100_000,
    goods_back: false,
    text: "Một phần",
  };

  itBelievesIn(tables);

  it("two who ask about one order at once make one request", async () => {
    const met = theyMeet("lockOrder", 4);
    const draft = aDraft();
    const tries = Array.from({ length: 4 }, () => service.ask(draft));
    expect((await ends(tries)).sort()).toEqual([
      "",
      "request_open",
      "request_open",
      "request_open",
    ]);
    expect(met).toHaveBeenCalledTimes(4);
    const [row] = await service.listOfOrders([draft.order_id]);
    expect(row).toMatchObject({ number: `${draft.order_number}-A`, state: "open" });
  });

  it("the database alone allows one open request of an order", async () => {
    const draft = aDraft();
    await service.ask(draft);
    vi.spyOn(queries, "selectStates").mockResolvedValue([]);
    await expect(service.ask({ ...draft, order_number: "CL-OTHER-1" })).rejects.toMatchObject({
      cause: { constraint_name: "request_one_open" },
    });
    expect(await service.listOfOrders([draft.order_id])).toHaveLength(1);
  });

  it("the next request has the next letter", async () => {
    const draft = aDraft();
    const first = await service.ask(draft);
    await service.act(first.id, { name: "withdraw" }, guest);
    const second = await service.ask(draft);
    expect([first.number.at(-1), second.number.at(-1)]).toEqual(["A", "B"]);
  });

  it.each<[string, RequestDeed, RequestDeed]>([
    ["accepting and withdrawing", accept, { name: "withdraw" }],
    ["accepting and the operator's refusal", accept, { name: "refuse", text: "Không" }],
    ["two decisions of operators", grant, { ...grant, amount_vnd: 70_000 }],
    ["declining and accepting", { name: "decline", text: "Không phải lỗi" }, accept],
  ])("of %s at once one counts, the other hears so", async (_, one, other) => {
    const { id } = await service.ask(aDraft());
    theyMeet("lockRequest", 2);
    const both = await ends([service.act(id, one, member), service.act(id, other, operator)]);
    expect(both.filter((code) => code === "")).toHaveLength(1);
    expect(both.filter((code) => code === "request_decided")).toHaveLength(1);
    expect(await service.listEvents(id)).toHaveLength(2);
  });

  it("of an answer and the end of its time at once one counts, and nobody is told an error", async () => {
    const { id } = await service.ask(aDraft({ answer_by: new Date(Date.now() - 1) }));
    theyMeet("lockRequest", 2);
    const [lapsed, accepted] = await ends([
      service.act(id, { name: "lapse" }, guest),
      service.act(id, accept, member),
    ]);
    expect(lapsed).toBe("");
    const { state } = (await service.find(id)) ?? {};
    expect([state, accepted]).toEqual(
      accepted === "" ? ["paying", ""] : ["to_decide", "request_decided"],
    );
    expect(await service.listEvents(id)).toHaveLength(2);
  });

  it("two payments that end at once are one", async () => {
    const { id } = await service.ask(aDraft());
    await service.act(id, accept, member);
    theyMeet("lockRequest", 2);
    expect(
      await ends([
        service.act(id, { name: "pay" }, guest),
        service.act(id, { name: "pay" }, guest),
      ]),
    ).toEqual(["", ""]);
    expect((await service.listEvents(id)).map(({ deed }) => deed)).toEqual([
      "ask",
      "accept",
      "pay",
    ]);
  });

  it("no more is granted than came in, nor by the producer's yes", async () => {
    const { id } = await service.ask(aDraft());
    const above = { ...grant, amount_vnd: 100_001 };
    await expect(service.act(id, above, operator)).rejects.toMatchObject({
      code: "grant_too_much",
    });
    await service.act(id, { name: "accept", most_vnd: 30_000 }, member);
    expect(await service.find(id)).toMatchObject({ state: "paying", granted_vnd: 30_000 });
  });

  it("photos belong to their purchase, once, and there are at most 20", async () => {
    const draft = aDraft();
    const photo = (purchase_id: string, n: number) =>
      service.addPhoto({ purchase_id, file_id: `${purchase_id}-${n}`, width: 4, height: 3 });
    const own = await photo(draft.purchase_id, 0);
    const foreign = await photo("purch_other", 0);
    const unknown = { code: "photo_unknown" };
    const ask = (photo_ids: string[]) => service.ask({ ...draft, photo_ids });
    await expect(ask([own.id, foreign.id])).rejects.toMatchObject(unknown);
    await expect(ask(["rpic_none"])).rejects.toMatchObject(unknown);
    const { id } = await ask([own.id]);
    await service.act(id, { name: "withdraw" }, guest);
    await expect(ask([own.id])).rejects.toMatchObject(unknown);
    const many = Array.from({ length: 24 }, (_, n) => photo(draft.purchase_id, n + 1));
    const codes = await ends(many);
    expect(codes.filter((code) => code === "")).toHaveLength(PURCHASE_PHOTOS - 1);
    expect(new Set(codes)).toEqual(new Set(["", "photos_too_many"]));
    await expect(service.expectRoom(draft.purchase_id)).rejects.toMatchObject({
      code: "photos_too_many",
    });
  });

  it("photos that nobody used go after a day, used ones and fresh ones stay", async () => {
    await sql()`DELETE FROM refund_request.photo WHERE request_id IS NULL`;
    const draft = aDraft();
    const { purchase_id } = draft;
    const add = (file_id: string) =>
      service.addPhoto({ purchase_id, file_id, width: 4, height: 3 });
    const [old, used, fresh] = [await add("old"), await add("used"), await add("fresh")];
    await service.ask({ ...draft, photo_ids: [used.id] });
    await sql()`UPDATE refund_request.photo SET created_at = now() - interval '25 hours'
      WHERE id <> ${fresh.id}`;
    expect((await service.listUnusedPhotos()).map(({ file_id }) => file_id)).toEqual(["old"]);
    expect([await service.removePhoto(old.id), await service.removePhoto(used.id)]).toEqual([
      true,
      false,
    ]);
  });

  it("the jobs find what waits, and only that", async () => {
    const late = await service.ask(aDraft({ answer_by: new Date(Date.now() - 1) }));
    const goods = await service.ask(aDraft({ kind: "return" }));
    const paying = await service.ask(aDraft());
    await service.act(goods.id, accept, member);
    await service.act(paying.id, accept, member);
    expect(await service.listOverdue()).toContainEqual({ id: late.id, deed: "lapse" });
    expect((await service.listOverdue()).map(({ id }) => id)).not.toContain(goods.id);
    await sql()`UPDATE refund_request.request SET send_back_by = now() - interval '1 second'
      WHERE id = ${goods.id}`;
    expect(await service.listOverdue()).toContainEqual({ id: goods.id, deed: "overdue" });
    expect(await service.listUnpaid()).not.toContain(paying.id);
    await sql()`UPDATE refund_request.request SET answered_at = now() - interval '61 seconds'
      WHERE id = ${paying.id}`;
    expect(await service.listUnpaid()).toContain(paying.id);
    await service.noteTry(paying.id, "no network");
    expect(await service.listUnpaid()).not.toContain(paying.id);
    await sql()`UPDATE refund_request.event SET at = now() - interval '61 seconds'
      WHERE request_id = ${late.id}`;
    expect(await service.listUntold()).toEqual([late.id]);
    for (const { id } of await service.listUntoldEvents(late.id)) await service.markTold(id);
    expect(await service.listUntold()).toEqual([]);
  });
});
