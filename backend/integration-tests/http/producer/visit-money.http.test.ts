import { setTimeout as sleep } from "node:timers/promises";
import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type {
  ProducerOrder,
  ProducerOrders,
  ProducerToday,
} from "@cho-lang/shared/contracts/producer";
import type { VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api } from "../../answer";
import { aHost, booksOf, type Guests, guests, type Host, theDayComes } from "../../host";
import { aMarket, type Market } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aDeparture, aTour } from "../../visits";

type BookingService = import("../../../src/modules/booking/service").default;
type PurchaseService = import("../../../src/modules/purchase/service").default;

/** A visit of two adults and a child; goods of one bag and their delivery. */
const VISIT = 625_000;
const PARCEL = 142_000;

medusaHttpSuite("producer-visit-money", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let hoa: Host;
  /** Comes for the visit alone. */
  let mai: Guests;
  /** Has coffee sent home too. */
  let tam: Guests;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    hoa = await aHost(api, container, market, { handle: "hoa", seats: 12 });
    mai = await guests(api, market, hoa.tour);
    tam = await guests(api, market, hoa.tour, { variants: [hoa.producer.variant_id] });
    await settle();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const deed = (who: Guests, name: string, body: object = {}) =>
    api.post<Partial<VisitorAnswer & Refusal>>(
      `/producer/bookings/${who.uuid}/${name}`,
      body,
      hoa.as.owner,
    );
  const order = async (who: Guests) =>
    (await api.get<ProducerOrder>(`/producer/orders/${who.order_id}`, hoa.as.owner)).data;
  const step = (who: Guests, name: string, body: object = {}) =>
    api.post(`/producer/orders/${who.order_id}/${name}`, body, hoa.as.owner);
  const deliver = async (who: Guests) => {
    await step(who, "confirm");
    await step(who, "pack");
    await step(who, "ship", { tracking_number: "VN-123456", carrier: "" });
    await step(who, "deliver");
  };
  const books = (who: Guests) => booksOf(container, who.order_id);
  const untouched = { captured: 0, captures: [], transactions: [], paid: 0, status: "authorized" };

  describe("An order of visits", () => {
    it("is booked, has no parcel and names its visit", async () => {
      const list = (query: string) =>
        api.get<ProducerOrders>(`/producer/orders?${query}`, hoa.as.owner);
      const booked = await list("progress=booked");
      expect(booked.data.count).toBe(1);
      expect(booked.data.orders[0]).toMatchObject({
        id: mai.order_id,
        progress: "booked",
        has_parcel: false,
        lines: [{ visit: { uuid: mai.uuid, status: "CONFIRMED", date: mai.ticket.date, pax: 3 } }],
      });
      expect((await list("progress=visited")).data.count).toBe(0);
      expect(await order(mai)).toMatchObject({ shipping: null, recipient: { lines: [] } });
    });

    it("waits for no parcel; with goods it does, and the carrier owes what they cost", async () => {
      const today = async () =>
        (await api.get<ProducerToday>("/producer/today", hoa.as.owner)).data;
      expect(await today()).toMatchObject({
        counts: { to_confirm: 1 },
        orders: [{ id: tam.order_id, has_parcel: true, due_vnd: VISIT + PARCEL }],
      });
      await step(tam, "confirm");
      await step(tam, "pack");
      await step(tam, "ship", { tracking_number: "VN-123456", carrier: "" });
      expect((await today()).due_vnd).toBe(PARCEL);
    });
  });

  describe("Cash at the village", () => {
    it("is collected once: for the guest, the order and Medusa's books alike", async () => {
      expect(await books(mai)).toMatchObject({ due: VISIT, collected: 0, medusa: untouched });
      const paid = await deed(mai, "collect");
      expect(paid.data.booking).toMatchObject({ due_vnd: 0, collected_vnd: VISIT });
      const after = {
        due: 0,
        collected: VISIT,
        medusa: { captures: [VISIT], transactions: [VISIT], paid: VISIT, status: "completed" },
      };
      expect(await books(mai)).toMatchObject(after);
      expect((await deed(mai, "collect")).status).toBe(200);
      expect(await books(mai)).toMatchObject(after);
    });

    /** A slow database: whoever has read what an order owes needs a while before writing. */
    function everybodyLingersAtTheOrder() {
      const purchases = container.resolve<PurchaseService>("purchase");
      const write = purchases.changeDue.bind(purchases);
      return vi.spyOn(purchases, "changeDue").mockImplementation(async (change) => {
        await sleep(1000);
        return write(change);
      });
    }
    const tappedTwice = async () =>
      (await Promise.all([deed(mai, "collect"), deed(mai, "collect")])).map(({ status }) => status);

    it("tapped twice without the order's lock is counted twice: the race exists", async () => {
      const write = everybodyLingersAtTheOrder();
      vi.spyOn(container.resolve(Modules.LOCKING), "acquire").mockResolvedValue();
      // Only the table's own check stops the second; its guest is told of a fault of ours.
      expect((await tappedTwice()).sort()).toEqual([200, 500]);
      expect(write.mock.calls.map(([change]) => change.due_delta_vnd)).toEqual(
        expect.arrayContaining([-VISIT, -VISIT]),
      );
    });

    it("tapped twice at once is collected once, however slow the order", async () => {
      const write = everybodyLingersAtTheOrder();
      expect(await tappedTwice()).toEqual([200, 200]);
      expect(write).toHaveBeenCalledTimes(1);
      expect(await books(mai)).toMatchObject({ collected: VISIT, medusa: { captures: [VISIT] } });
    });

    it("noted by mistake is due again, with the contrary entry, and can be collected", async () => {
      const { medusa: before } = await books(mai);
      await deed(mai, "collect");
      const back = await deed(mai, "undo-collect");
      expect(back.data.booking).toMatchObject({ due_vnd: VISIT, collected_vnd: 0 });
      expect(await books(mai)).toMatchObject({
        due: VISIT,
        collected: 0,
        medusa: { ...before, transactions: [-VISIT, VISIT] },
      });
      await deed(mai, "undo-collect");
      await deed(mai, "collect");
      const after = { captures: [VISIT], transactions: [-VISIT, VISIT, VISIT], paid: VISIT };
      expect(await books(mai)).toMatchObject({ due: 0, medusa: after });
    });

    it.each(["before", "after"])("of a visit %s the parcel's: each just its part", async (when) => {
      if (when === "before") await deed(tam, "collect");
      else await deliver(tam);
      const first = when === "before" ? VISIT : PARCEL;
      const second = VISIT + PARCEL - first;
      expect(await books(tam)).toMatchObject({
        total: VISIT + PARCEL,
        due: second,
        collected: first,
        medusa: { captures: [first], paid: first, status: "authorized", is_captured: false },
      });
      if (when === "before") await deliver(tam);
      else await deed(tam, "collect");
      expect(await books(tam)).toMatchObject({
        due: 0,
        collected: VISIT + PARCEL,
        medusa: {
          captures: [PARCEL, VISIT],
          transactions: [PARCEL, VISIT],
          paid: VISIT + PARCEL,
          open: 0,
          status: "completed",
          is_captured: true,
        },
      });
      await deed(tam, "undo-collect");
      expect(await books(tam)).toMatchObject({
        due: VISIT,
        collected: PARCEL,
        medusa: { captures: [PARCEL], paid: PARCEL, status: "authorized", is_captured: false },
      });
    });

    it("stays due for everybody when Medusa can't note it; the next try finishes", async () => {
      const before = await books(mai);
      const payments = container.resolve(Modules.PAYMENT);
      vi.spyOn(payments, "capturePayment").mockRejectedValueOnce(new Error("no database"));
      expect((await deed(mai, "collect")).status).toBe(500);
      expect(await books(mai)).toEqual(before);
      expect((await deed(mai, "collect")).data.booking?.due_vnd).toBe(0);
      expect(await books(mai)).toMatchObject({ due: 0, medusa: { captures: [VISIT] } });
    });

    it("that a crash left half noted is finished by the next deed", async () => {
      // The booking was written, the process died before the order and the payment were.
      await sql()`UPDATE booking.booking SET due_vnd = 0, collected_vnd = amount_vnd
        WHERE uuid = ${mai.uuid}`;
      await deed(mai, "collect");
      expect(await books(mai)).toMatchObject({
        due: 0,
        collected: VISIT,
        medusa: { captures: [VISIT], paid: VISIT },
      });
    });
  });

  describe("Cancelling a visit that was paid for", () => {
    const noted = (who: Guests) =>
      container.resolve<BookingService>("booking").findBooking(who.uuid);

    it.each(["alone", "with a parcel"])("%s gives the cash back, in all books", async (which) => {
      const who = which === "alone" ? mai : tam;
      await deed(who, "collect");
      const cancelled = await step(who, "cancel", { reason: "buyer_asked", note: "" });
      expect(cancelled.data).toMatchObject({ progress: "cancelled", due_vnd: 0 });
      expect(await books(who)).toMatchObject({
        due: 0,
        collected: 0,
        medusa: { captures: [VISIT], transactions: [-VISIT, VISIT], paid: 0 },
      });
      expect(await noted(who)).toMatchObject({ status: "CANCELLED", collected_vnd: 0 });
    });

    it("keeps it when the cancellation fails", async () => {
      await deed(mai, "collect");
      vi.spyOn(container.resolve(Modules.ORDER), "cancel").mockRejectedValueOnce(new Error("no"));
      expect((await step(mai, "cancel", { reason: "buyer_asked", note: "" })).status).toBe(500);
      expect(await books(mai)).toMatchObject({ due: 0, collected: VISIT });
      expect(await noted(mai)).toMatchObject({ status: "CONFIRMED", collected_vnd: VISIT });
    });
  });

  describe("Guests who do not come", () => {
    it("can't be given up before the start, nor when somebody has come", async () => {
      const early = await deed(mai, "no-show");
      expect([early.status, early.data.code]).toEqual([400, "departure_not_started"]);
      await theDayComes(mai.departure_id);
      await deed(mai, "check-in", { tickets: [mai.ticket.tickets[0]?.id] });
      const here = await deed(mai, "no-show");
      expect([here.status, here.data.code]).toEqual([400, "visit_already_happened"]);
    });

    it("owe nothing, and owe it again when that was a mistake", async () => {
      await theDayComes(mai.departure_id);
      const gone = await deed(mai, "no-show");
      expect(gone.data.booking).toMatchObject({ is_no_show: true, due_vnd: 0 });
      expect(await order(mai)).toMatchObject({ progress: "visited", due_vnd: 0 });
      const back = await deed(mai, "undo-no-show");
      expect(back.data.booking).toMatchObject({ is_no_show: false, due_vnd: VISIT });
      expect(await order(mai)).toMatchObject({ progress: "booked", due_vnd: VISIT });
      expect(await books(mai)).toMatchObject({ medusa: untouched });
    });

    it("and come late after all are checked in and pay", async () => {
      await theDayComes(mai.departure_id);
      await deed(mai, "no-show");
      const late = await deed(mai, "check-in");
      expect(late.data.booking).toMatchObject({ status: "REDEEMED", due_vnd: VISIT });
      await deed(mai, "collect");
      expect(await books(mai)).toMatchObject({ due: 0, collected: VISIT });
    });

    it("of a parcel with a visit leave the parcel to be paid", async () => {
      await theDayComes(tam.departure_id);
      await deed(tam, "no-show");
      expect(await order(tam)).toMatchObject({ progress: "to_confirm", due_vnd: PARCEL });
    });
  });

  it("a visit that costs nothing is booked and over like any other, without any cash", async () => {
    const wishes = { producer_id: hoa.producer.id, handle: "hoa-free", price_vnd: 0 };
    const free = await guests(api, market, await aTour(container, market, wishes));
    await deed(free, "collect");
    expect(await books(free)).toMatchObject({ total: 0, medusa: { captures: [], open: 0 } });
    await deed(free, "check-in");
    expect(await order(free)).toMatchObject({ progress: "visited", due_vnd: 0 });
  });

  it("an order of two visits is over when both parties have come, in whatever order", async () => {
    const second = await aDeparture({ option_id: hoa.tour.option_id });
    const other = await guests(api, market, hoa.tour, { departure_id: second });
    await sql()`UPDATE booking.booking SET order_id = ${mai.order_id}, purchase_id = (
      SELECT purchase_id FROM purchase.purchase_order WHERE order_id = ${mai.order_id})
      WHERE uuid = ${other.uuid}`;
    await sql()`UPDATE purchase.purchase_order SET total_vnd = ${2 * VISIT}, goods_vnd = ${2 * VISIT},
      visits_vnd = ${2 * VISIT}, due_vnd = ${2 * VISIT} WHERE order_id = ${mai.order_id}`;
    await Promise.all([deed(mai, "check-in"), deed(other, "check-in")]);
    expect(await order(mai)).toMatchObject({ progress: "visited", due_vnd: 2 * VISIT });
    await deed(other, "undo-check-in");
    expect(await order(mai)).toMatchObject({ progress: "booked" });
  });
});
