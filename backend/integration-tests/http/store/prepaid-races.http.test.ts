import "../../with-bank-feed";
import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { type Awaiting, checkOutByTransfer, moneyComes, requestOf } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { traces, twoOrders } from "../../traces";

// The backend's own instances: Vitest's imports would register the workflow a second time.
const workflows = "../../../src/workflows/purchase";
const load = createRequire(__filename);
const { purchaseService, runDeed }: typeof import("../../../src/workflows/purchase/claim") = load(
  `${workflows}/claim`,
);
const { deedsWithMoney }: typeof import("../../../src/workflows/purchase/deeds") = load(
  `${workflows}/deeds`,
);
const { awaitMoney }: typeof import("../../../src/workflows/purchase/steps/await-money") = load(
  `${workflows}/steps/await-money`,
);
const { claimPurchase }: typeof import("../../../src/workflows/purchase/steps/claim-purchase") =
  load(`${workflows}/steps/claim-purchase`);

medusaHttpSuite("prepaid-races", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    buyer = aBuyer(api, market);
  });
  afterEach(settle);

  async function awaiting(): Promise<Awaiting> {
    return checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id, tea.variant_id));
  }

  /** As if the process had died: the lease of whoever worked on the cart runs out. */
  const leaseRunsOut = ({ purchase_id }: Awaiting) =>
    sql()`UPDATE purchase.purchase SET lease_until = now() - interval '1 second'
      WHERE id = ${purchase_id}`;

  const ordersOf = ({ purchase_id }: Awaiting) =>
    sql()`SELECT order_id FROM purchase.purchase_order
      WHERE purchase_id = ${purchase_id} ORDER BY position`;

  it.each(Array.from({ length: deedsWithMoney.length + 2 }, (_, done) => [done]))(
    "after a crash %i steps behind the money makes the same orders, nothing twice",
    async (done) => {
      const begun = await awaiting();
      const planned = await ordersOf(begun);
      await moneyComes(begun);
      const claim = await claimPurchase(container, begun.cart_id);
      if (done > 0) await awaitMoney(claim, container);
      for (const deed of deedsWithMoney.slice(0, Math.max(0, done - 1))) {
        await runDeed(deed, claim, container);
      }
      await leaseRunsOut(begun);
      const answer = await buyer.post<CheckoutDone>(`/store/carts/${begun.cart_id}/complete`);
      expect(answer.data).toMatchObject({ purchase_id: begun.purchase_id, status: "placed" });
      expect(await traces()).toEqual(twoOrders);
      expect(await ordersOf(begun)).toEqual(planned);
      const [books] = await sql()`SELECT
        (SELECT sum(amount)::float8 FROM capture WHERE deleted_at IS NULL) AS captured,
        (SELECT sum(amount)::float8 FROM order_transaction WHERE deleted_at IS NULL) AS entered`;
      const { amount_vnd, status } = await requestOf(begun);
      expect(status).toBe("paid");
      // Once at the master, and once as the parts of the orders.
      expect(books).toEqual({ captured: 2 * amount_vnd, entered: amount_vnd });
    },
  );

  it("after a crash between the note of a capture and the provider's answer captures once", async () => {
    const begun = await awaiting();
    await moneyComes(begun);
    const claim = await claimPurchase(container, begun.cart_id);
    await awaitMoney(claim, container);
    const upToCapture = deedsWithMoney.findIndex(({ name }) => name === "capture-master") + 1;
    for (const deed of deedsWithMoney.slice(0, upToCapture)) await runDeed(deed, claim, container);
    await sql()`UPDATE payment SET captured_at = NULL`;
    await leaseRunsOut(begun);
    const answer = await buyer.post<CheckoutDone>(`/store/carts/${begun.cart_id}/complete`);
    expect(answer.data.status).toBe("placed");
    const [books] = await sql()`SELECT count(*)::int AS captures, sum(amount)::float8 AS captured
      FROM capture WHERE deleted_at IS NULL`;
    const { amount_vnd } = await requestOf(begun);
    expect(books).toEqual({ captures: 3, captured: 2 * amount_vnd });
  });

  it("leaves everything alone when the lease went to somebody else", async () => {
    const begun = await awaiting();
    await moneyComes(begun);
    const slow = await claimPurchase(container, begun.cart_id);
    await awaitMoney(slow, container);
    await leaseRunsOut(begun);
    expect((await buyer.post(`/store/carts/${begun.cart_id}/complete`)).status).toBe(200);
    for (const deed of deedsWithMoney) {
      await expect(runDeed(deed, slow, container)).rejects.toThrow(/another attempt/i);
    }
    const service = purchaseService(container);
    expect(await service.markGivenUp(begun.purchase_id, must(slow.token), "expired")).toBe(false);
    expect(await service.markFailed(begun.purchase_id, must(slow.token), "test")).toBe(false);
    expect(await traces()).toEqual(twoOrders);
  });
});
