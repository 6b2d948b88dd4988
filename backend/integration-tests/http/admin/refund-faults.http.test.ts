import "../../with-bank-feed";
import "../../with-stripe";

import { createRequire } from "node:module";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api } from "../../answer";
import { must } from "../../market";
import {
  aStreet,
  aWish,
  differences,
  duesOf,
  givenByStripe,
  goodsOf,
  type Paid,
  type PaidOrder,
  quantitiesOf,
  type RefundWish,
  refund,
  type Street,
  standOf,
} from "../../refunds";
import { settle, sql } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe } from "../../with-stripe";

const load = createRequire(__filename);
const job: typeof import("../../../src/jobs/settle-refunds") = load(
  "../../../src/jobs/settle-refunds",
);

const METHODS = ["vietqr", "stripe", "cod"] as const;
/** Writes after which a process may die: the module, its method, and whether goods come back. */
const DEATHS: [string, string, boolean][] = [
  [Modules.ORDER, "createReturn", true],
  [Modules.ORDER, "createOrderChange", true],
  [Modules.ORDER, "confirmOrderChange", true],
  [Modules.INVENTORY, "updateInventoryLevels", true],
  [Modules.PAYMENT, "refundPayment", false],
  [Modules.ORDER, "addOrderTransactions", false],
  ["purchase", "noteRefunded", false],
  [Modules.ORDER, "createOrderChange", false],
];

medusaHttpSuite("refund-faults", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let stripe: Simulator;
  let street: Street;

  beforeAll(async () => {
    stripe = await openStripe();
    container = getContainer();
    street = await aStreet(api, container);
  });
  afterAll(() => stripe.end());
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  async function given(method: Paid["method"], order: PaidOrder): Promise<number[]> {
    if (method === "stripe") return givenByStripe(stripe, order);
    return (await duesOf(order)).map(({ amount_vnd }) => amount_vnd);
  }
  const paymentOf = async ({ payment_collection_id }: PaidOrder) => {
    const [row] = await sql()<{ id: string }[]>`SELECT id FROM payment
      WHERE payment_collection_id = ${payment_collection_id}`;
    return must(row).id;
  };

  /** The process dies right after this write. */
  async function diesAfter(module: string, method: string, wish: RefundWish): Promise<void> {
    const service = container.resolve(module) as Record<string, (...of: unknown[]) => unknown>;
    const write = must(service[method]).bind(service);
    const spy = vi.spyOn(service, method).mockImplementationOnce(async (...of: unknown[]) => {
      await write(...of);
      throw new Error("killed");
    });
    expect(await refund(container, wish), `${module} ${method}`).toBe("killed");
    spy.mockRestore();
  }

  /** The job takes up what is begun, as if its pause were over. */
  async function jobRuns(): Promise<void> {
    await sql()`UPDATE purchase.order_refund SET retry_at = now() - interval '1 second'
      WHERE state = 'begun'`;
    await job.default(container);
  }

  it.each(METHODS)("a death between any two steps moves nothing twice: %s", async (method) => {
    const paid = await street.pay(method, stripe);
    const [first, second, third] = paid.orders;
    for (const order of paid.orders) await street.send(order);
    const stocked = [await street.shelf(0), await street.shelf(1)];
    let count = 0;
    for (const [module, name, has_goods] of DEATHS) {
      count += 1;
      const order = has_goods && count > 3 ? second : first;
      const goods = has_goods ? goodsOf(order, 1) : [];
      const wish = aWish(order, 1000 + count, { goods });
      await diesAfter(module, name, wish);
      if (count % 2 === 0) await jobRuns();
      expect(await refund(container, wish), `${module} ${name}`).toBe("");
    }
    const ofFirst = [1001, 1002, 1003, 1005, 1006, 1007, 1008];
    expect(await given(method, first)).toEqual(ofFirst);
    expect(await given(method, second)).toEqual([1004]);
    expect(await given(method, third)).toEqual([]);
    expect([await street.shelf(0), await street.shelf(1)]).toEqual([
      must(stocked[0]) + 3,
      must(stocked[1]) + 1,
    ]);
    expect(await quantitiesOf(container, first)).toMatchObject({ received: 3 });
    const refunded = ofFirst.reduce((sum, amount) => sum + amount, 0);
    expect(await standOf(container, first)).toMatchObject({
      refunded,
      collected: first.total_vnd - refunded,
      total: first.total_vnd - refunded,
      pending: 0,
    });
    expect(await differences()).toEqual([]);
  });

  it.each(METHODS)("a death before Medusa noted the provider's answer: %s", async (method) => {
    const paid = await street.pay(method, stripe);
    const [first] = paid.orders;
    if (method === "cod") await street.send(first);
    const wish = aWish(first, 7_000);
    await diesAfter(Modules.PAYMENT, "refundPayment", wish);
    await sql()`UPDATE payment SET data = data - 'refunds' WHERE id = ${await paymentOf(first)}`;
    await jobRuns();
    expect(await refund(container, wish)).toBe("");
    expect(await given(method, first)).toEqual([7_000]);
    expect(await standOf(container, first)).toMatchObject({ refunded: 7_000, pending: 0 });
    expect(await differences()).toEqual([]);
  });

  it("an answer of Stripe that is lost is asked for again, and the money goes once", async () => {
    const [first] = (await street.pay("stripe", stripe)).orders;
    for (const kind of ["drop_before", "drop_after", "error_500", "error_500_after"]) {
      // Of failures that it answers, Stripe remembers each under its key; the next key is tried.
      const isAnswered = kind.startsWith("error");
      await stripe.tell("faults", { kind, path: "/v1/refunds", times: isAnswered ? 3 : 100 });
      const wish = aWish(first, 3_000);
      const code = await refund(container, wish);
      if (!isAnswered) expect(code).toBe("stripe_unreachable");
      expect(await standOf(container, first)).toMatchObject({ pending: 0 });
      await stripe.tell("no-faults");
      await jobRuns();
      expect(await refund(container, wish), kind).toBe("");
    }
    expect(await givenByStripe(stripe, first)).toEqual([3_000, 3_000, 3_000, 3_000]);
    expect(await differences()).toEqual([]);
  });

  it.each(METHODS)(
    "a refund of Medusa's that nobody told of is told by the job: %s",
    async (method) => {
      const [first, second] = (await street.pay(method, stripe)).orders;
      if (method === "cod") await street.send(first);
      if (method === "cod") await street.send(second);
      const payments = container.resolve(Modules.PAYMENT);
      await payments.refundPayment({ payment_id: await paymentOf(first), amount: 9_000 });
      // And one whose process died before it asked the provider.
      await sql()`INSERT INTO refund (id, amount, raw_amount, payment_id)
      VALUES ('ref_alone', 8000, '{"value":"8000","precision":20}', ${await paymentOf(second)})`;
      expect(await differences()).not.toEqual([]);
      await job.default(container);
      expect(await standOf(container, first)).toMatchObject({ refunded: 0 });
      await sql()`UPDATE refund SET created_at = now() - interval '11 minutes'`;
      await job.default(container);
      await job.default(container);
      expect(await standOf(container, first)).toMatchObject({ refunded: 9_000 });
      expect(await standOf(container, second)).toMatchObject({ refunded: 8_000 });
      expect(await given(method, first)).toEqual([9_000]);
      expect(await given(method, second)).toEqual([8_000]);
      expect(await differences()).toEqual([]);
    },
  );
});
