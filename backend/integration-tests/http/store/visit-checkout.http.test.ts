import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import fc from "fast-check";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aDeparture, aHold, aTour, aVisit, type MarketTour, seatsOf, statusOf } from "../../visits";

medusaHttpSuite("visit-checkout", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let farm: MarketTour;
  let hill: MarketTour;
  let buyer: ReturnType<typeof aBuyer>;
  /** What a form says where nothing is sent. */
  const nowhere = { province_code: "", commune_code: "", street: "" };

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    const roles = ["owner", "guide", "seller"];
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000, roles });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    farm = await aTour(container, market, { producer_id: coffee.id, handle: "vuon", seats: 8 });
    hill = await aTour(container, market, { producer_id: tea.id, handle: "doi-che", seats: 8 });
    buyer = aBuyer(api, market);
  });
  afterEach(settle);

  async function purchaseOf({ purchase_id, token }: CheckoutDone, lang = "vi") {
    const path = `/store/purchases/${purchase_id}?token=${token}&lang=${lang}`;
    return (await buyer.get<PurchaseView>(path)).data;
  }

  describe("A cart with visits only", () => {
    it("needs no address, and becomes one order without a parcel", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, farm);
      const done = await buyer.buy<CheckoutDone>(cartId, { ...nowhere, note: "Đến sớm" });
      expect(done.status).toBe(200);
      const purchase = await purchaseOf(done.data);
      expect(purchase).toMatchObject({
        status: "placed",
        goods_vnd: 500_000,
        shipping_vnd: 0,
        total_vnd: 500_000,
        address: { full_name: "Nguyễn Thị Mai", lines: [] },
        payment: { provider: "cod", due_vnd: 500_000, paid_vnd: 0 },
        orders: [{ has_parcel: false, progress: "booked", shipping: null, due_vnd: 500_000 }],
      });
      const line = must(purchase.orders[0]?.lines[0]);
      expect(line).toMatchObject({ quantity: 1, total_vnd: 500_000, visit: { uuid, pax: 2 } });
      expect(line.visit).toMatchObject({ status: "CONFIRMED", meeting_point: "Cổng làng" });
      expect(await seatsOf(farm.departure_id)).toEqual({ capacity: 8, held: 0, confirmed: 2 });
      const [booked] = await sql()`SELECT * FROM booking.booking WHERE uuid = ${uuid}`;
      expect(booked).toMatchObject({
        purchase_id: done.data.purchase_id,
        full_name: "Nguyễn Thị Mai",
        note: "Đến sớm",
        due_vnd: "500000",
        collected_vnd: "0",
      });
      const items = await sql()`SELECT requires_shipping FROM order_line_item`;
      expect(items.map((item) => item.requires_shipping)).toEqual([false]);
      expect((await sql()`SELECT 1 FROM order_shipping WHERE deleted_at IS NULL`).length).toBe(0);
    });

    it("leaves out an address that was sent all the same", async () => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      const done = await buyer.buy<CheckoutDone>(cartId, { street: "1" });
      expect(done.status).toBe(400);
      const whole = await buyer.buy<CheckoutDone>(cartId);
      expect((await purchaseOf(whole.data)).address.lines).toEqual([]);
    });

    it("still names every faulty field of the person", async () => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      const { data } = await buyer.buy(cartId, { ...nowhere, email: "mai@", phone: "1" });
      expect(data.code).toBe("invalid_fields");
      expect(data.fields?.map(({ field }) => field).sort()).toEqual(["email", "phone"]);
    });

    it("needs an address as soon as goods are in it, and names every faulty field", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      await aHold(buyer, cartId, farm);
      const { data } = await buyer.buy(cartId, { ...nowhere, email: "mai@" });
      expect(data.code).toBe("invalid_fields");
      expect(data.fields?.map(({ field }) => field).sort()).toEqual([
        "commune_code",
        "email",
        "province_code",
        "street",
      ]);
    });
  });

  describe("A cart with goods and visits", () => {
    it("makes one order for each producer, with the visit among its goods", async () => {
      const cartId = await buyer.fill({ variant_id: coffee.variant_id, quantity: 2 });
      await aHold(buyer, cartId, farm);
      await aHold(buyer, cartId, hill, { units: { [hill.units.FAMILY]: 1 } });
      const done = await buyer.buy<CheckoutDone>(cartId);
      expect(done.status).toBe(200);
      const { orders, ...purchase } = await purchaseOf(done.data, "en");
      expect(purchase).toMatchObject({ goods_vnd: 1_540_000, total_vnd: 1_562_000 });
      expect(orders).toMatchObject([
        { has_parcel: true, progress: "to_confirm", total_vnd: 812_000, due_vnd: 812_000 },
        { has_parcel: false, progress: "booked", total_vnd: 750_000, due_vnd: 750_000 },
      ]);
      expect(orders[0]?.lines.map(({ visit }) => visit?.meeting_point ?? null)).toEqual([
        null,
        "Village gate",
      ]);
      const rows = await sql()`SELECT has_parcel, visits_vnd::int AS visits, goods_vnd::int AS goods
        FROM purchase.purchase_order ORDER BY position`;
      expect(rows).toMatchObject([
        { has_parcel: true, visits: 500_000, goods: 790_000 },
        { has_parcel: false, visits: 750_000, goods: 750_000 },
      ]);
    });

    it("adds up to the đồng, whatever is in it", async () => {
      const departure = await aDeparture({ option_id: farm.option_id, seats: 500 });
      const other = await aDeparture({ option_id: hill.option_id, seats: 500, price_percent: 73 });
      const visit = fc.record({
        adults: fc.integer({ min: 1, max: 4 }),
        children: fc.integer({ min: 0, max: 3 }),
        infants: fc.integer({ min: 0, max: 2 }),
      });
      const cart = fc.record({
        coffee: fc.integer({ min: 0, max: 1 }),
        tea: fc.integer({ min: 0, max: 1 }),
        farm: fc.array(visit, { maxLength: 2 }),
        hill: fc.array(visit, { minLength: 1, maxLength: 1 }),
      });
      const property = fc.asyncProperty(cart, async (wanted) => {
        const goods = [
          ...(wanted.coffee ? [coffee.variant_id] : []),
          ...(wanted.tea ? [tea.variant_id] : []),
        ];
        const cartId = await buyer.fill(...goods);
        const parties = [
          ...wanted.farm.map((party) => ({ party, tour: farm, departure_id: departure })),
          ...wanted.hill.map((party) => ({ party, tour: hill, departure_id: other })),
        ];
        for (const { party, tour, departure_id } of parties) {
          const units = {
            [tour.units.ADULT]: party.adults,
            [tour.units.CHILD]: party.children,
            [tour.units.INFANT]: party.infants,
          };
          await aHold(buyer, cartId, tour, { departure_id, units });
        }
        const view = await buyer.view(cartId);
        const done = await buyer.buy<CheckoutDone>(cartId);
        expect(done.status).toBe(200);
        await expectSums(done.data.purchase_id, view);
      });
      await fc.assert(property, { numRuns: 6 });
    });

    /** Every sum of a purchase that somebody could take, against every other. */
    async function expectSums(id: string, view: { total_vnd: number; visits_vnd: number }) {
      const [sums] = await sql()`SELECT p.total_vnd::int AS total,
        (SELECT sum(o.total_vnd)::int FROM purchase.purchase_order o WHERE o.purchase_id = p.id)
          AS orders,
        (SELECT sum(o.due_vnd)::int FROM purchase.purchase_order o WHERE o.purchase_id = p.id)
          AS due,
        (SELECT sum(o.visits_vnd)::int FROM purchase.purchase_order o WHERE o.purchase_id = p.id)
          AS visits,
        (SELECT sum(b.due_vnd)::int FROM booking.booking b WHERE b.purchase_id = p.id) AS booked,
        (SELECT sum(b.amount_vnd)::int FROM booking.booking b WHERE b.purchase_id = p.id) AS priced,
        (SELECT sum(y.amount)::int FROM payment y
          JOIN purchase.purchase_order o ON o.payment_collection_id = y.payment_collection_id
          WHERE o.purchase_id = p.id) AS paid,
        (SELECT y.amount::int FROM payment y
          WHERE y.payment_collection_id = p.payment_collection_id) AS master
        FROM purchase.purchase p WHERE p.id = ${id}`;
      const { total_vnd: total, visits_vnd: visits } = view;
      expect(sums).toEqual({
        total,
        orders: total,
        due: total,
        visits,
        booked: visits,
        priced: visits,
        paid: total,
        master: total,
      });
    }
  });

  describe("After the purchase", () => {
    it("one mail tells the tourist, with the e-ticket's link; the host's people get theirs", async () => {
      const { uuid, purchase_id } = await aVisit(api, market, farm, {
        variants: [tea.variant_id],
      });
      await settle();
      const notifications = container.resolve(Modules.NOTIFICATION);
      const mails = await notifications.listNotifications({ resource_id: purchase_id });
      expect(mails).toHaveLength(1);
      const text = String((must(mails[0]).data as { text?: string }).text);
      expect(text).toContain(`/tickets/${uuid}?token=`);
      expect(text).toContain("2 người lớn");
      expect(text).toContain("Trả tại làng khi đến: 500.000");
      expect(text).toContain("Cổng làng");
      const told = await notifications.listNotifications({ resource_id: uuid });
      expect(told.map(({ to }) => to).sort()).toEqual([
        "guide@ca-phe.example.com",
        "owner@ca-phe.example.com",
      ]);
      expect(String((must(told[0]).data as { text?: string }).text)).toContain("Nguyễn Thị Mai");
      expect(await statusOf(uuid)).toBe("CONFIRMED");
    });

    it("a bought cart takes no more visits and gives none back", async () => {
      const { cart_id, uuid } = await aVisit(api, market, farm);
      const more = buyer.post<{ code?: string }>("/store/bookings", {
        uuid: crypto.randomUUID(),
        cart_id,
        departure_id: farm.departure_id,
        units: { [farm.units.ADULT]: 1 },
      });
      expect((await more).data.code).toBe("cart_completed");
      const line = must((await buyer.view(cart_id)).groups[0]?.lines[0]).id;
      const removed = await buyer.delete(`/store/carts/${cart_id}/line-items/${line}`);
      expect(removed.data.code).toBe("cart_completed");
      expect(await statusOf(uuid)).toBe("CONFIRMED");
    });
  });
});
