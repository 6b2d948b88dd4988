import fc from "fast-check";
import { meeting } from "../../../integration-tests/meeting";
import { CARD, codeOf, PaymentBook } from "../../../integration-tests/stripe/purchase";
import { type Simulator, startSimulator } from "../../../integration-tests/stripe/simulator";
import { verifyEvent } from "./webhook";

/** The SDK sends a request at most this often before it gives up. */
const ALL_TRIES = 4;

describe("Cards when answers are lost", () => {
  let simulator: Simulator;
  let book: PaymentBook;
  beforeAll(async () => {
    simulator = await startSimulator();
    book = new PaymentBook(simulator.options);
  });
  beforeEach(() => simulator.tell("no-faults"));
  afterAll(() => simulator.end());

  const fault = (kind: string, path: string, times = 1) =>
    simulator.tell("faults", { kind, path, times });
  const intentsOf = async (session_id: string) =>
    (await simulator.state()).payment_intents.filter(
      ({ metadata }) => metadata.session_id === session_id,
    );

  for (const kind of ["drop_before", "drop_after", "error_500", "error_500_after"]) {
    it(`a refund after ${kind} is one refund at Stripe`, async () => {
      const master = await book.paid(100_000);
      const part = await book.part(master, 60_000);
      await fault(kind, "/v1/refunds");
      const after = await book.refund(part, 25_000);
      expect(await book.returned(master)).toEqual([25_000]);
      await book.refund(after, 35_000);
      expect(await book.returned(master)).toEqual([25_000, 35_000]);
    });

    it(`a capture after ${kind} is one capture`, async () => {
      const data = await book.open(30_000);
      await book.pay(data, CARD.paid);
      await fault(kind, "*/capture");
      await book.provider.capturePayment({ data });
      expect(await book.intent(data)).toMatchObject({ amount_received: 30_000 });
    });
  }

  for (const kind of ["drop_before", "drop_after"]) {
    it(`a purchase opened through ${kind} has one payment`, async () => {
      const session_id = `payses_${kind}`;
      await fault(kind, "/v1/payment_intents");
      await book.open(30_000, { session_id, purchase_id: "purch_1" });
      expect(await intentsOf(session_id)).toHaveLength(1);
    });
  }

  it("a refund whose answer never came is adopted by the next attempt, not repeated", async () => {
    const master = await book.paid(100_000);
    const part = await book.part(master, 60_000);
    await fault("drop_after", "/v1/refunds", ALL_TRIES);
    expect(await codeOf(book.refund(part, 25_000))).toBe("stripe_unreachable");
    await simulator.tell("no-faults");
    expect(await codeOf(book.refund(part, 10_000))).toBe("refund_in_doubt");
    const after = await book.refund(part, 25_000);
    expect(await book.returned(master)).toEqual([25_000]);
    expect(after.refunds).toMatchObject([{ amount_vnd: 25_000, status: "succeeded" }]);
    await book.refund(after, 25_000);
    expect(await book.returned(master)).toEqual([25_000, 25_000]);
  });

  it("a refund that never reached Stripe is simply made by the next attempt", async () => {
    const master = await book.paid(100_000);
    const part = await book.part(master, 60_000);
    await fault("drop_before", "/v1/refunds", ALL_TRIES);
    expect(await codeOf(book.refund(part, 25_000))).toBe("stripe_unreachable");
    await simulator.tell("no-faults");
    await book.refund(part, 10_000);
    expect(await book.returned(master)).toEqual([10_000]);
  });

  it("a capture whose answer never came is found done by the next attempt", async () => {
    const data = await book.open(30_000);
    await book.pay(data, CARD.paid);
    await fault("drop_after", "*/capture", ALL_TRIES);
    await book.provider.capturePayment({ data });
    await simulator.tell("no-faults");
    await book.provider.capturePayment({ data });
    expect(await book.intent(data)).toMatchObject({ status: "succeeded", amount_received: 30_000 });
  });

  it("a lost answer when all is given back does not give it back twice", async () => {
    const master = await book.paid(100_000);
    await fault("drop_after", "/v1/refunds", ALL_TRIES);
    expect(
      await codeOf(
        book.provider.cancelPayment({ data: master, context: { idempotency_key: "pay_1" } }),
      ),
    ).toBe("stripe_unreachable");
    await simulator.tell("no-faults");
    await book.provider.cancelPayment({ data: master, context: { idempotency_key: "pay_1" } });
    expect(await book.returned(master)).toEqual([100_000]);
  });

  it("a request under way keeps its twin waiting, and both get one payment", async () => {
    await simulator.tell("faults", { kind: "slow", path: "/v1/payment_intents", delay_ms: 700 });
    const facts = { session_id: "payses_slow", purchase_id: "purch_1" };
    const [one, two] = await Promise.all([book.open(30_000, facts), book.open(30_000, facts)]);
    expect(two.payment_intent).toBe(one.payment_intent);
    expect(await intentsOf("payses_slow")).toHaveLength(1);
  });

  it("capture and cancel that meet at Stripe leave all or nothing paid, whoever is first", async () => {
    for (const slow of ["*/capture", "*/cancel"]) {
      const data = await book.open(40_000);
      await book.pay(data, CARD.paid);
      await simulator.tell("faults", { kind: "slow", path: slow, delay_ms: 400 });
      const both = meeting(2);
      const [captured] = await Promise.allSettled([
        both().then(() => book.provider.capturePayment({ data })),
        both().then(() =>
          book.provider.cancelPayment({ data, context: { idempotency_key: "pay_1" } }),
        ),
      ]);
      const intent = await book.intent(data);
      const back = (await book.returned(data)).reduce((sum, amount) => sum + amount, 0);
      expect(intent.amount_received).toBe(back);
      expect(captured?.status).toBe(slow === "*/capture" ? "rejected" : "fulfilled");
    }
  });

  /** Three refunds of 20,000 from a part of 30,000 that all have looked before any is made. */
  async function raceForOnePart(hasKeys: boolean): Promise<number[]> {
    const racers = new PaymentBook(simulator.options);
    const { refunds } = racers.stripe;
    const create = refunds.create.bind(refunds);
    const allHaveLooked = meeting(3);
    let come = 0;
    refunds.create = async (params, options) => {
      come += 1;
      if (come <= 3) await allHaveLooked();
      return create(params, hasKeys ? options : {});
    };
    const master = await racers.paid(100_000);
    const part = await racers.part(master, 30_000);
    const refund = () => racers.refund(part, 20_000);
    await Promise.allSettled([refund(), refund(), refund()]);
    return racers.returned(master);
  }

  it("racing refunds stay within their part by their keys, and without them would not", async () => {
    expect(await raceForOnePart(false)).toEqual([20_000, 20_000, 20_000]);
    expect(await raceForOnePart(true)).toEqual([20_000]);
  });

  it("a bank that refuses a refund is told, and the money may be given back again", async () => {
    const master = await book.paid(100_000, CARD.refundFails);
    const part = await book.part(master, 60_000);
    const after = await book.refund(part, 60_000);
    await expect.poll(() => book.returned(master), { timeout: 10_000 }).toEqual([]);
    const again = await book.refund(after, 60_000);
    expect(again.refunds).toMatchObject([{ status: "failed" }, { status: "succeeded" }]);
  });

  it("a disputed payment is not refunded besides", async () => {
    const master = await book.paid(100_000, CARD.disputed);
    const part = await book.part(master, 60_000);
    expect(await codeOf(book.refund(part, 1_000))).toBe("stripe_disputed");
  });

  it("refunds in any order, with losses, never return more than any part or all", async () => {
    const step = fc.record({
      part: fc.integer({ min: 0, max: 2 }),
      amount: fc.integer({ min: 1, max: 40_000 }),
      loss: fc.constantFrom("none", "none", "drop_after", "error_500", "error_500_after"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const master = await book.paid(100_000);
        const sizes = [50_000, 30_000, 20_000];
        const parts = await Promise.all(sizes.map((size) => book.part(master, size)));
        const given = [0, 0, 0];
        for (const { part, amount, loss } of steps) {
          if (loss !== "none") await fault(loss, "/v1/refunds");
          const rest = (sizes[part] ?? 0) - (given[part] ?? 0);
          const done = await book.refund(parts[part] ?? {}, amount).catch((error) => {
            expect(error.code).toBe("refund_above_rest");
          });
          await simulator.tell("no-faults");
          expect(done !== undefined).toBe(amount <= rest);
          if (!done) continue;
          parts[part] = done;
          given[part] = (given[part] ?? 0) + amount;
        }
        const back = (await book.returned(master)).reduce((sum, amount) => sum + amount, 0);
        expect(back).toBe(given.reduce((sum, amount) => sum + amount, 0));
      }),
      { numRuns: 12 },
    );
  });

  it("an event is believed as signed: not changed, not forged, not over five minutes old", async () => {
    const secret = "whsec_test";
    const body = JSON.stringify({ id: "evt_1", object: "event", type: "payment_intent.succeeded" });
    const now = new Date("2026-11-22T03:00:00Z");
    const sign = (age: number, key = secret) =>
      book.stripe.webhooks.generateTestHeaderString({
        payload: body,
        secret: key,
        timestamp: now.getTime() / 1000 - age,
      });
    expect(verifyEvent(body, sign(300), secret, now).id).toBe("evt_1");
    expect(() => verifyEvent(body, sign(301), secret, now)).toThrow();
    expect(() => verifyEvent(body, sign(0, "whsec_other"), secret, now)).toThrow();
    expect(() => verifyEvent(body.replace("evt_1", "evt_2"), sign(0), secret, now)).toThrow();
  });
});
