import "../../with-bank-feed";
import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { OperatorPurchase } from "@cho-lang/shared/contracts/operator";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import {
  type InvoiceDetails,
  type InvoiceDetailsAnswer,
  type OrderReceipt,
  orderReceipt,
} from "@cho-lang/shared/contracts/receipt";
import type { MedusaContainer } from "@medusajs/framework/types";
import type { Answer, Api, Refused, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { anOperator, PASSWORD } from "../../makers";
import {
  addCreditLine,
  aMarket,
  aProducer,
  type Market,
  type MarketProducer,
  must,
  signIn,
} from "../../market";
import { type Awaiting, bankTells, checkOutByTransfer } from "../../prepaid";
import { makePromotions } from "../../purchase/random-cart";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

// The backend's own instance: Vitest's import would register the workflow a second time.
const { refundOrderWorkflow }: typeof import("../../../src/workflows/order/refund-order") =
  createRequire(__filename)("../../../src/workflows/order/refund-order");

type Link = { purchase_id: string; token: string };
type Config = Awaited<ReturnType<typeof signIn>>;

const COMPANY = {
  company: "Công ty TNHH Thử",
  tax_number: "0100109106-011",
  address: "Số 1 Trần Hữu Dực, Hà Nội",
  email: "ketoan@congty.vn",
} satisfies InvoiceDetails;

medusaHttpSuite("receipt", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;
  let asCoffee: Config;
  let asTea: Config;
  let asOperator: Config;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    buyer = aBuyer(api, market);
    const owner = ({ members, password }: MarketProducer) =>
      signIn(api, { email: must(members[0]).email, password });
    [asCoffee, asTea] = [await owner(coffee), await owner(tea)];
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    asOperator = { ...asCoffee, headers: { authorization: `Bearer ${data.token}` } };
    await sql()`UPDATE producer SET registration_number = '0100109106', phone = '+842623825123'
      WHERE id = ${coffee.id}`;
    await sql()`UPDATE producer SET registration_number = '40K8001234' WHERE id = ${tea.id}`;
  });
  afterEach(settle);

  const below = <T = Refused>({ purchase_id, token }: Link, path: string): Promise<Answer<T>> =>
    buyer.get<T>(`/store/purchases/${purchase_id}${path}?token=${token}`);
  const viewOf = async (link: Link) => (await below<PurchaseView>(link, "")).data;
  const invoicePath = ({ purchase_id, token }: Link) =>
    `/store/purchases/${purchase_id}/invoice-details?token=${token}`;
  const orderIdOf = async ({ purchase_id }: Link, producer: MarketProducer) => {
    const [row] = await sql()<{ order_id: string }[]>`SELECT order_id FROM purchase.purchase_order
      WHERE purchase_id = ${purchase_id} AND producer_id = ${producer.id}`;
    return must(row).order_id;
  };

  /** Two coffees and a tea, to be paid in cash. */
  async function aCashPurchase(): Promise<Link> {
    const cart = await buyer.fill({ variant_id: coffee.variant_id, quantity: 2 }, tea.variant_id);
    const { status, data } = await buyer.buy<CheckoutDone>(cart);
    if (status !== 200) throw new Error(JSON.stringify(data));
    return data;
  }

  async function aPaidPurchase(): Promise<Awaiting> {
    const cart = await buyer.fill({ variant_id: coffee.variant_id, quantity: 2 }, tea.variant_id);
    const awaiting = await checkOutByTransfer(buyer, cart);
    await bankTells(container, awaiting);
    return awaiting;
  }

  async function coffeeLeaves(link: Link): Promise<string> {
    const order_id = await orderIdOf(link, coffee);
    const steps = [
      ["confirm", {}],
      ["pack", {}],
      ["ship", { tracking_number: "VN-123456", carrier: "Bưu điện" }],
    ] as const;
    for (const [step, body] of steps) {
      const answer = await api.post(`/producer/orders/${order_id}/${step}`, body, asCoffee);
      expect(answer.status).toBe(200);
    }
    return order_id;
  }

  /**
   * The receipts of all orders, each of which adds up to the đồng, and together they are what the
   * purchase's page says.
   */
  async function receiptsOf(link: Link): Promise<OrderReceipt[]> {
    const view = await viewOf(link);
    const receipts: OrderReceipt[] = [];
    for (const order of view.orders) {
      const { status, data } = await below<OrderReceipt>(link, `/orders/${order.number}/receipt`);
      expect(status).toBe(200);
      const receipt = orderReceipt.parse(data);
      const lines = receipt.lines.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0);
      const shipping = receipt.shipping?.price_vnd ?? 0;
      expect(lines + shipping - receipt.discount_vnd).toBe(receipt.total_vnd);
      expect(
        receipt.paid_vnd + receipt.due_vnd + receipt.written_off_vnd + receipt.not_owed_vnd,
      ).toBe(receipt.total_vnd);
      expect(receipt.total_vnd).toBe(order.total_vnd);
      expect(receipt.due_vnd).toBe(order.due_vnd);
      expect(receipt.order.progress).toBe(order.progress);
      const moved = (moves: { amount_vnd: number }[]) =>
        moves.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0);
      expect(moved(receipt.payments)).toBe(receipt.paid_vnd);
      expect(moved(receipt.refunds)).toBe(receipt.refunded_vnd);
      receipts.push(receipt);
    }
    const sum = (key: "total_vnd" | "due_vnd" | "refunded_vnd" | "paid_vnd") =>
      receipts.reduce((total, receipt) => total + receipt[key], 0);
    expect(sum("total_vnd")).toBe(view.total_vnd);
    expect(sum("due_vnd")).toBe(view.payment.due_vnd);
    expect(sum("refunded_vnd")).toBe(view.payment.refunded_vnd);
    expect(sum("paid_vnd") - sum("refunded_vnd")).toBe(view.payment.paid_vnd);
    return receipts;
  }

  describe("A receipt", () => {
    it("names both sides, the lines and what is to be paid", async () => {
      const link = await aCashPurchase();
      const [first, second] = await receiptsOf(link);
      expect(first).toMatchObject({
        producer: {
          name: "HTX ca-phe",
          legal_form: "cooperative",
          registration: { number: "0100109106", is_tax_number: true },
          address: ["Phường Thành Nhất", "Tỉnh Đắk Lắk"],
          phone: "+842623825123",
        },
        buyer: {
          full_name: "Nguyễn Thị Mai",
          address: ["12 Lê Duẩn", "Phường Thành Nhất", "Tỉnh Đắk Lắk"],
        },
        invoice: null,
        lines: [{ quantity: 2, price_vnd: 145_000, amount_vnd: 290_000, starts_at: null }],
        discount_vnd: 0,
        total_vnd: 312_000,
        method: "cod",
        paid_vnd: 0,
        due_vnd: 312_000,
        payments: [],
      });
      expect(second?.producer.registration).toEqual({ number: "40K8001234", is_tax_number: false });
    });

    it("opens for the link of its purchase only, of an order of it, once it is placed", async () => {
      const link = await aCashPurchase();
      const other = await aCashPurchase();
      const number = must((await viewOf(link)).orders[0]).number;
      const path = `/orders/${number}/receipt`;
      const answer = await below<OrderReceipt>(link, path);
      expect(answer.status).toBe(200);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect((await below(other, path)).status).toBe(404);
      expect((await below({ ...link, token: other.token }, path)).status).toBe(404);
      expect((await buyer.get(`/store/purchases/${link.purchase_id}${path}`)).status).toBe(404);
      for (const wrong of ["CL-00000-1", number.slice(0, -2), "%25", "9".repeat(300)]) {
        expect((await below(link, `/orders/${wrong}/receipt`)).status).toBe(404);
      }
      const cart = await buyer.fill(coffee.variant_id);
      const awaiting = await checkOutByTransfer(buyer, cart);
      const waiting = must((await viewOf(awaiting)).orders[0]).number;
      expect((await below(awaiting, `/orders/${waiting}/receipt`)).status).toBe(404);
    });

    it("adds up with discounts on goods and on the whole", async () => {
      await makePromotions(container, [
        {
          is_automatic: true,
          type: "percentage",
          value: 7,
          target_type: "items",
          allocation: "across",
          max_quantity: 1,
        },
      ]);
      const cart_id = await buyer.fill(
        { variant_id: coffee.variant_id, quantity: 3 },
        { variant_id: tea.variant_id, quantity: 2 },
      );
      await addCreditLine(container, { cart_id, amount: 10_001 });
      const { status, data } = await buyer.buy<CheckoutDone>(cart_id);
      expect(status).toBe(200);
      const receipts = await receiptsOf(data);
      expect(receipts.every(({ discount_vnd }) => discount_vnd > 0)).toBe(true);
      const discount = receipts.reduce((sum, { discount_vnd }) => sum + discount_vnd, 0);
      expect(discount).toBe(((3 * 145_000 + 2 * 99_000) * 7) / 100 + 10_001);
    });

    it("of a cancelled order says so, and that nothing of it is to be paid", async () => {
      const link = await aCashPurchase();
      const order_id = await orderIdOf(link, tea);
      await api.post(`/producer/orders/${order_id}/cancel`, { reason: "out_of_stock" }, asTea);
      const [, cancelled] = await receiptsOf(link);
      expect(cancelled).toMatchObject({
        order: { progress: "cancelled", cancelled_at: expect.any(String) },
        total_vnd: 121_000,
        paid_vnd: 0,
        due_vnd: 0,
        not_owed_vnd: 121_000,
      });
    });

    it("of a paid order that was cancelled shows what came and what went back", async () => {
      const link = await aPaidPurchase();
      const order_id = await orderIdOf(link, tea);
      await api.post(`/producer/orders/${order_id}/cancel`, { reason: "out_of_stock" }, asTea);
      const [kept, cancelled] = await receiptsOf(link);
      expect(kept).toMatchObject({ method: "vietqr", paid_vnd: 312_000, refunded_vnd: 0 });
      expect(kept?.payments).toEqual([{ at: expect.any(String), amount_vnd: 312_000 }]);
      expect(cancelled).toMatchObject({
        paid_vnd: 121_000,
        refunded_vnd: 121_000,
        not_owed_vnd: 0,
        refunds: [{ at: expect.any(String), amount_vnd: 121_000 }],
      });
    });

    it("shows each part that was given back of a paid order", async () => {
      const link = await aPaidPurchase();
      const order_id = await orderIdOf(link, coffee);
      for (const [index, amount_vnd] of [40_001, 59_999].entries()) {
        await refundOrderWorkflow(container).run({
          input: {
            order_id,
            key: `receipt:${index}`,
            amount_vnd,
            goods: [],
            is_sound: false,
            payee: null,
            actor_id: "user_test",
            note: "Thử",
          },
        });
      }
      const [receipt] = await receiptsOf(link);
      expect(receipt).toMatchObject({ paid_vnd: 312_000, refunded_vnd: 100_000, not_owed_vnd: 0 });
      expect(receipt?.refunds.map(({ amount_vnd }) => amount_vnd)).toEqual([40_001, 59_999]);
    });

    it("of a parcel with too little cash shows what is missing, and then that it is given up", async () => {
      const link = await aCashPurchase();
      const order_id = await coffeeLeaves(link);
      const body = { collected_vnd: 300_000, note: "Khách thiếu tiền lẻ" };
      const { status } = await api.post(`/producer/orders/${order_id}/deliver`, body, asCoffee);
      expect(status).toBe(200);
      const [short] = await receiptsOf(link);
      expect(short).toMatchObject({ paid_vnd: 300_000, due_vnd: 12_000, written_off_vnd: 0 });
      expect(short?.payments).toEqual([{ at: expect.any(String), amount_vnd: 300_000 }]);
      const [row] = await sql()<{ id: string }[]>`SELECT id FROM purchase.cash_difference
        WHERE order_id = ${order_id}`;
      const decided = await api.post(
        `/admin/cash-differences/${must(row).id}/resolve`,
        { deed: "write_off", note: "Không đáng để đòi" },
        asOperator,
      );
      expect(decided.status).toBe(200);
      const [given] = await receiptsOf(link);
      expect(given).toMatchObject({ paid_vnd: 300_000, due_vnd: 0, written_off_vnd: 12_000 });
    });

    it("of a parcel that was not taken says that nothing of it is to be paid", async () => {
      const link = await aCashPurchase();
      const order_id = await coffeeLeaves(link);
      const refuse = { reason: "not_taken", note: "" };
      await api.post(`/producer/orders/${order_id}/refuse`, refuse, asCoffee);
      const [receipt] = await receiptsOf(link);
      expect(receipt).toMatchObject({
        order: { progress: "refused", cancelled_at: null },
        due_vnd: 0,
        not_owed_vnd: 312_000,
      });
    });
  });

  describe("Details for invoices", () => {
    const producerSees = async (link: Link, producer: MarketProducer, config: Config) => {
      const path = `/producer/orders/${await orderIdOf(link, producer)}`;
      const { data } = await api.get<{ order: ProducerOrder } & ProducerOrder>(path, config);
      return (data.order ?? data).invoice;
    };

    it("are seen by the buyer, each producer of the purchase and the operator", async () => {
      const link = await aCashPurchase();
      const other = await aCashPurchase();
      const typed = { ...COMPANY, tax_number: " 0100109106011 ", email: "KeToan@CongTy.vn " };
      const saved = await buyer.post<InvoiceDetailsAnswer>(invoicePath(link), typed);
      expect(saved).toMatchObject({ status: 200, data: { details: COMPANY } });
      expect((await receiptsOf(link)).map(({ invoice }) => invoice)).toEqual([COMPANY, COMPANY]);
      expect((await viewOf(link)).invoice).toEqual(COMPANY);
      expect(await producerSees(link, coffee, asCoffee)).toEqual(COMPANY);
      expect(await producerSees(link, tea, asTea)).toEqual(COMPANY);
      expect(await producerSees(other, coffee, asCoffee)).toBeNull();
      const { data } = await api.get<OperatorPurchase>(
        `/admin/purchases/${link.purchase_id}`,
        asOperator,
      );
      expect(data.purchase.invoice).toEqual(COMPANY);
    });

    it("are replaced and taken away, as often as one likes", async () => {
      const link = await aCashPurchase();
      const second = { ...COMPANY, company: "Hộ kinh doanh Mai", tax_number: "001087123456" };
      await buyer.post(invoicePath(link), COMPANY);
      await buyer.post(invoicePath(link), second);
      expect((await below<InvoiceDetailsAnswer>(link, "/invoice-details")).data).toEqual({
        details: second,
      });
      for (const _again of [1, 2]) {
        const gone = await buyer.delete<InvoiceDetailsAnswer>(invoicePath(link));
        expect(gone).toMatchObject({ status: 200, data: { details: null } });
      }
      expect((await viewOf(link)).invoice).toBeNull();
    });

    it("of two at once are those of one of them, whole", async () => {
      const link = await aCashPurchase();
      const others = Array.from({ length: 6 }, (_, n) => ({
        ...COMPANY,
        company: `Công ty ${n}`,
        email: `so${n}@congty.vn`,
      }));
      const answers = await Promise.all(others.map((one) => buyer.post(invoicePath(link), one)));
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect(others).toContainEqual((await viewOf(link)).invoice);
    });

    it("are refused with a wrong field, which is named", async () => {
      const link = await aCashPurchase();
      const wrong = {
        tax_number: ["0100109107", "MST 12", "", 100_109_106],
        company: [" ", "c".repeat(201)],
        address: ["HN"],
        email: ["ketoan@congty"],
        metadata: ["x"],
      };
      for (const [field, values] of Object.entries(wrong)) {
        for (const value of values) {
          const answer = await buyer.post(invoicePath(link), { ...COMPANY, [field]: value });
          expect(answer.status).toBe(400);
          expect(answer.data.fields?.map((fault) => fault.field)).toEqual([field]);
        }
      }
      expect((await viewOf(link)).invoice).toBeNull();
    });

    it("are taken from the link of the purchase only, and not for one that failed", async () => {
      const link = await aCashPurchase();
      const other = await aCashPurchase();
      const wrong = { ...link, token: other.token };
      expect((await buyer.post(invoicePath(wrong), COMPANY)).status).toBe(404);
      expect((await buyer.delete(invoicePath(wrong))).status).toBe(404);
      expect((await below(wrong, "/invoice-details")).status).toBe(404);
      const awaiting = await checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id));
      expect((await buyer.post(invoicePath(awaiting), COMPANY)).status).toBe(200);
      const { purchase_id, token } = awaiting;
      await buyer.post(`/store/purchases/${purchase_id}/abandon?token=${token}`);
      const refused = await buyer.post(invoicePath(awaiting), COMPANY);
      expect(refused).toMatchObject({ status: 400, data: { code: "purchase_failed" } });
    });
  });
});
