import { CARD_LIMIT_VND } from "@cho-lang/shared/domain/payment";
import { CARD, codeOf, PaymentBook } from "./purchase";

type Options = { api_key: string; api_url?: string | undefined };

/** What holds of card payments at the simulator and at Stripe itself alike. */
export function defineCards(optionsOf: () => Options): void {
  let book: PaymentBook;
  beforeAll(() => {
    book = new PaymentBook(optionsOf());
  });

  it("the money of a purchase is first held, then taken whole", async () => {
    const data = await book.open(150_000);
    expect(await book.authorise(data)).toMatchObject({ status: "pending_authorization" });
    await book.pay(data, CARD.paid);
    expect(await book.authorise(data)).toMatchObject({ status: "authorized" });
    await book.provider.capturePayment({ data });
    expect(await book.intent(data)).toMatchObject({
      status: "succeeded",
      amount_received: 150_000,
    });
    expect(await book.provider.getPaymentStatus({ data })).toMatchObject({ status: "captured" });
  });

  it("the same session asked twice has one payment at Stripe", async () => {
    const session_id = `payses_twice_${Date.now()}`;
    const first = await book.open(90_000, { session_id, purchase_id: "purch_1" });
    const again = await book.open(90_000, { session_id, purchase_id: "purch_1" });
    expect(again.payment_intent).toBe(first.payment_intent);
  });

  it("a buyer whose card is declined may try another", async () => {
    const data = await book.open(80_000);
    expect(await codeOf(book.pay(data, CARD.declined))).toBe("card_declined");
    expect(await book.authorise(data)).toMatchObject({ status: "pending_authorization" });
    expect(await codeOf(book.pay(data, CARD.poor))).toBe("card_declined");
    await book.pay(data, CARD.paid);
    expect(await book.authorise(data)).toMatchObject({ status: "authorized" });
  });

  it("a card that asks for 3-D Secure holds nothing before the buyer confirms", async () => {
    const data = await book.open(80_000);
    expect((await book.pay(data, CARD.secure)).status).toBe("requires_action");
    expect(await book.authorise(data)).toMatchObject({ status: "pending_authorization" });
  });

  it("an amount that is not ours is never taken, and goes back", async () => {
    const data = await book.open(80_000);
    await book.pay(data, CARD.paid);
    const asked = { ...data, amount_vnd: 80_001 };
    expect(await book.authorise(asked)).toMatchObject({ status: "error" });
    expect(await book.authorise({ ...data, session_id: "payses_other" })).toMatchObject({
      status: "error",
    });
    await book.provider.deletePayment({ data: asked });
    expect(await book.intent(data)).toMatchObject({ status: "canceled", amount_received: 0 });
  });

  it("capturing twice takes the money once", async () => {
    const data = await book.paid(70_000);
    await Promise.all([
      book.provider.capturePayment({ data }),
      book.provider.capturePayment({ data }),
    ]);
    expect(await book.intent(data)).toMatchObject({ amount_received: 70_000 });
  });

  it("a capture of another amount before ours is no success", async () => {
    const data = await book.open(70_000);
    await book.pay(data, CARD.paid);
    const half = { amount_to_capture: 35_000 };
    await book.stripe.paymentIntents.capture(String(data.payment_intent), half);
    expect(await codeOf(book.provider.capturePayment({ data }))).not.toBe("");
  });

  it("giving up an unpaid purchase ends its payment; a paid one says so", async () => {
    const unpaid = await book.open(60_000);
    await book.provider.deletePayment({ data: unpaid });
    await book.provider.deletePayment({ data: unpaid });
    expect(await codeOf(book.pay(unpaid, CARD.paid))).toBe("payment_intent_unexpected_state");
    expect(await book.authorise(unpaid)).toMatchObject({ status: "canceled" });
    const paid = await book.open(60_000);
    await book.pay(paid, CARD.paid);
    expect(await codeOf(book.provider.deletePayment({ data: paid }))).toBe("already_paid");
    expect(await book.intent(paid)).toMatchObject({ status: "requires_capture" });
  });

  it("cancelling lets go of held money and refunds taken money, once", async () => {
    const held = await book.open(50_000);
    await book.pay(held, CARD.paid);
    await book.provider.cancelPayment({ data: held, context: { idempotency_key: "pay_1" } });
    expect(await book.intent(held)).toMatchObject({ status: "canceled" });
    const taken = await book.paid(50_000);
    const part = await book.part(taken, 20_000);
    await book.refund(part, 5_000);
    await book.provider.cancelPayment({ data: taken, context: { idempotency_key: "pay_1" } });
    await book.provider.cancelPayment({ data: taken, context: { idempotency_key: "pay_1" } });
    expect(await book.returned(taken)).toEqual([5_000, 45_000]);
  });

  it("cancelling a part moves no money", async () => {
    const taken = await book.paid(50_000);
    const part = await book.part(taken, 20_000);
    await book.provider.cancelPayment({ data: part, context: { idempotency_key: "pay_1" } });
    expect(await book.returned(taken)).toEqual([]);
  });

  it("capture against cancel: the buyer has paid all or nothing", async () => {
    const data = await book.open(40_000);
    await book.pay(data, CARD.paid);
    const [captured, cancelled] = await Promise.allSettled([
      book.provider.capturePayment({ data }),
      book.provider.cancelPayment({ data, context: { idempotency_key: "pay_1" } }),
    ]);
    expect(cancelled.status).toBe("fulfilled");
    const intent = await book.intent(data);
    const back = (await book.returned(data)).reduce((sum, amount) => sum + amount, 0);
    expect(intent.amount_received - back).toBe(0);
    expect(captured.status === "rejected").toBe(intent.status === "canceled");
  });

  it("a part is given back to its last đồng and not one more", async () => {
    const master = await book.paid(100_000);
    const part = await book.part(master, 30_000);
    const other = await book.part(master, 70_000);
    const after = await book.refund(part, 10_000);
    expect(await codeOf(book.refund(after, 20_001))).toBe("refund_above_rest");
    const all = await book.refund(after, 20_000);
    expect(await codeOf(book.refund(all, 1))).toBe("refund_above_rest");
    await book.refund(other, 70_000);
    expect(await book.returned(master)).toEqual([10_000, 20_000, 70_000]);
    expect(all.refunds).toHaveLength(2);
  });

  it("two equal refunds of one part at once are two refunds", async () => {
    const master = await book.paid(100_000);
    const part = await book.part(master, 30_000);
    await Promise.all([book.refund(part, 10_000), book.refund(part, 10_000)]);
    expect(await book.returned(master)).toEqual([10_000, 10_000]);
    expect(await codeOf(book.refund(part, 10_001))).toBe("refund_above_rest");
  });

  it("racing refunds never return more than the part", async () => {
    const master = await book.paid(100_000);
    const part = await book.part(master, 30_000);
    const done = await Promise.allSettled([
      book.refund(part, 20_000),
      book.refund(part, 20_000),
      book.refund(part, 20_000),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await book.returned(master)).toEqual([20_000]);
  });

  it("money that went back in Stripe's dashboard is not given back again", async () => {
    const master = await book.paid(100_000);
    const part = await book.part(master, 60_000);
    const payment_intent = String(master.payment_intent);
    await book.stripe.refunds.create({ payment_intent, amount: 50_000 });
    expect(await codeOf(book.refund(part, 50_001))).toBe("refund_above_rest");
    await book.refund(part, 50_000);
    expect(await book.returned(master)).toEqual([50_000, 50_000]);
  });

  it("a card pays from what Stripe takes at least to its ceiling, in whole đồng only", async () => {
    expect(await codeOf(book.open(CARD_LIMIT_VND + 1))).toBe("card_ceiling");
    expect(await codeOf(book.open(5_000))).toBe("card_floor");
    expect(await codeOf(book.open(10_000.5))).toBe("card_amount");
    expect(await codeOf(book.open(0))).toBe("card_amount");
    expect(await book.open(CARD_LIMIT_VND)).toMatchObject({ amount_vnd: CARD_LIMIT_VND });
  });
}
