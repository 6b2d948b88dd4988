import "../../with-bank-feed";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { aBuyer } from "../../buyer";
import { aCertificate } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { meeting } from "../../meeting";
import {
  type Awaiting,
  bankTells,
  checkOutByTransfer,
  expectExact,
  moneyComes,
  requestOf,
  rowOf,
  standing,
  suspenseOf,
  viewOf,
} from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { nothing, traces, twoOrders } from "../../traces";
import { aHold, aTour, type MarketTour, seatsOf, statusOf } from "../../visits";

/** What a purchase of two producers keeps while it waits. */
const kept = { ...nothing, reservations: 2, reserved: 2, collections: 1 };
const total_vnd = 145_000 + 99_000 + 2 * 22_000;

medusaHttpSuite("prepaid-failures", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let farm: MarketTour;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    farm = await aTour(container, market, { producer_id: coffee.id, handle: "vuon", seats: 8 });
    buyer = aBuyer(api, market);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  async function awaiting(): Promise<Awaiting> {
    return checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id, tea.variant_id));
  }

  const timeIsOver = ({ purchase_id }: Awaiting) =>
    sql()`UPDATE purchase.purchase SET pay_until = now() - interval '1 second'
      WHERE id = ${purchase_id}`;

  describe("Money that does not come", () => {
    it("frees stock and seats when the time is over; what comes later stays out", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      const uuid = await aHold(buyer, cartId, farm);
      const begun = await checkOutByTransfer(buyer, cartId);
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 2, confirmed: 0 });
      await timeIsOver(begun);
      expect((await standing(buyer, begun, "settle")).status).toBe("failed");
      expect(await traces()).toEqual(nothing);
      const view = await viewOf(buyer, begun);
      expect([view.failure, view.payment.pay]).toEqual(["expired", null]);
      const { amount_vnd } = await requestOf(begun);
      await bankTells(container, begun);
      expect(await suspenseOf(begun)).toEqual([{ reason: "late", amount_vnd }]);
      expect((await rowOf(begun)).status).toBe("failed");
      expect(await statusOf(uuid)).toBe("ON_HOLD");
      const again = await buyer.buy<CheckoutDone>(cartId);
      expect(again.data).toMatchObject({ purchase_id: begun.purchase_id, status: "placed" });
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 0, confirmed: 2 });
    });

    it("is no reason to lose what came in the last moment", async () => {
      const begun = await awaiting();
      await timeIsOver(begun);
      await moneyComes(begun);
      expect((await standing(buyer, begun, "settle")).status).toBe("placed");
      expect(await traces()).toEqual(twoOrders);
    });

    it("lets the buyer give up and pay in another way", async () => {
      const begun = await awaiting();
      expect(await standing(buyer, begun, "abandon")).toMatchObject({
        status: "failed",
        cart_id: begun.cart_id,
      });
      expect(await traces()).toEqual(nothing);
      const again = await checkOutByTransfer(buyer, begun.cart_id);
      expect((await requestOf(again)).status).toBe("open");
      await bankTells(container, again);
      expect(await traces()).toEqual(twoOrders);
    });

    it("meets the buyer's giving up: exactly one of both wins", async () => {
      for (let round = 0; round < 3; round += 1) {
        const begun = await awaiting();
        const meet = meeting(2);
        const payments = container.resolve(Modules.PAYMENT);
        const remove = payments.deletePaymentSession.bind(payments);
        vi.spyOn(payments, "deletePaymentSession").mockImplementation(async (...args) => {
          await meet();
          return remove(...args);
        });
        const [stands] = await Promise.all([
          standing(buyer, begun, "abandon"),
          meet().then(() => bankTells(container, begun)),
        ]);
        vi.restoreAllMocks();
        const { status } = await rowOf(begun);
        expect(stands.status).toBe(status);
        const request = await requestOf(begun);
        if (status === "placed") expect(request.status).toBe("paid");
        else {
          expect([status, request.status]).toEqual(["failed", "closed"]);
          expect(await suspenseOf(begun)).toEqual([{ reason: "late", amount_vnd: total_vnd }]);
        }
      }
    });
  });

  describe("A paid purchase that cannot be made", () => {
    it("goes on waiting with everything kept, and is made by the next try", async () => {
      const begun = await awaiting();
      const orders = container.resolve(Modules.ORDER);
      const broken = vi.spyOn(orders, "createOrders").mockRejectedValue(new Error("no disk"));
      await bankTells(container, begun);
      expect(broken).toHaveBeenCalled();
      const row = { status: "awaiting", failure: "no disk", is_paid: true, is_leased: false };
      expect(await rowOf(begun)).toEqual(row);
      expect(await traces()).toEqual({ ...kept, payments: 1 });
      vi.restoreAllMocks();
      expect((await standing(buyer, begun, "settle")).status).toBe("placed");
      expect(await traces()).toEqual(twoOrders);
      await expectExact(container, begun);
    });

    it("gives the money back when it fails for half an hour", async () => {
      const begun = await awaiting();
      const orders = container.resolve(Modules.ORDER);
      vi.spyOn(orders, "createOrders").mockRejectedValue(new Error("no disk"));
      await bankTells(container, begun);
      await sql()`UPDATE purchase.purchase SET trouble_since = now() - interval '31 minutes'
        WHERE id = ${begun.purchase_id}`;
      await standing(buyer, begun, "settle");
      expect(await rowOf(begun)).toMatchObject({ status: "failed", failure: "no disk" });
      await expectGivenBack(begun);
    });

    it("gives the money back when the host has closed the departure", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      await aHold(buyer, cartId, farm);
      const begun = await checkOutByTransfer(buyer, cartId);
      await sql()`UPDATE booking.departure SET status = 'closed', close_reason = 'weather',
        close_note = '' WHERE id = ${farm.departure_id}`;
      await bankTells(container, begun);
      expect(await rowOf(begun)).toMatchObject({
        status: "failed",
        failure: "lines_not_available",
      });
      await expectGivenBack(begun);
      const visit = (await buyer.view(cartId)).groups
        .flatMap(({ lines }) => lines)
        .find((line) => line.visit);
      expect(visit?.problem).toBe("departure_closed");
      await buyer.delete(`/store/carts/${cartId}/line-items/${must(visit).id}`);
      expect((await buyer.buy<CheckoutDone>(cartId)).data.status).toBe("placed");
    });

    it("gives the money back when a certificate that was shown is revoked", async () => {
      const id = await aCertificate(container, { product_id: tea.product_id, stars: 4 });
      const begun = await awaiting();
      await sql()`UPDATE certification SET status = 'revoked', revoked_on = current_date
        WHERE id = ${id}`;
      await bankTells(container, begun);
      expect(await rowOf(begun)).toMatchObject({ status: "failed" });
      await expectGivenBack(begun);
      expect((await buyer.buy<CheckoutDone>(begun.cart_id)).data.status).toBe("placed");
    });

    async function expectGivenBack(begun: Awaiting) {
      const request = await requestOf(begun);
      expect(request.status).toBe("returned");
      const amount_vnd = request.amount_vnd;
      expect(await suspenseOf(begun)).toEqual([{ reason: "not_placed", amount_vnd }]);
      expect(await traces()).toEqual({ ...nothing, collections: 1 });
      expect((await viewOf(buyer, begun)).payment.refunded_vnd).toBe(amount_vnd);
      const mails = await sql()`SELECT 1 FROM notification
        WHERE resource_id = ${begun.purchase_id} AND template = 'purchase-returned'`;
      expect(mails).toHaveLength(1);
    }
  });
});
