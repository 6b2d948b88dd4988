import "../../with-bank-feed";

import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Api } from "../../answer";
import { must } from "../../market";
import { bankTells, checkOutByTransfer } from "../../prepaid";
import {
  aStreet,
  aWish,
  differences,
  duesOf,
  type PaidOrder,
  refund,
  type Street,
  standOf,
} from "../../refunds";
import { type AskedOrder, requestsAt, theJobLooks } from "../../requests";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aHold, aTour, type MarketTour, startMovesTo, statusOf } from "../../visits";

type PurchaseService = import("../../../src/modules/purchase/service").default;
type Bought = AskedOrder & PaidOrder & { uuid: string };

const TWO_ADULTS = 500_000;
const GOODS = 3 * 99_001;

/** Requests whose paying dies or fails half-way, and parcels that move meanwhile. */
medusaHttpSuite("request-deaths", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let street: Street;
  let tour: MarketTour;
  let requests: ReturnType<typeof requestsAt>;

  beforeAll(async () => {
    container = getContainer();
    street = await aStreet(api, container);
    const producer_id = must(street.makers[1]).id;
    tour = await aTour(container, street.market, { producer_id, handle: "vuon-che" });
    requests = requestsAt(api, street);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  /** A visit of two adults that is paid, with or without three packs of tea that are sent. */
  async function bought(has_parcel: boolean): Promise<Bought> {
    const { buyer, makers } = street;
    const { variant_id } = must(makers[1]);
    const cart_id = await buyer.fill(...(has_parcel ? [{ variant_id, quantity: 3 }] : []));
    const uuid = await aHold(buyer, cart_id, tour);
    const awaiting = await checkOutByTransfer(buyer, cart_id);
    await bankTells(container, awaiting);
    const [order] = await sql()<PaidOrder[]>`SELECT o.*, o.total_vnd::float8, (
        SELECT s.line_item_id FROM purchase.order_line_snapshot s
        WHERE s.order_id = o.order_id AND s.quantity = 3) AS line_item_id
      FROM purchase.purchase_order o WHERE o.purchase_id = ${awaiting.purchase_id}`;
    return { ...awaiting, ...must(order), uuid };
  }
  const dues = async (order: PaidOrder) =>
    (await duesOf(order)).map(({ amount_vnd }) => amount_vnd).sort((a, b) => a - b);
  const step = (order: Bought, name: string, body: object = {}) =>
    api.post<{ progress: string; code?: string }>(
      `/producer/orders/${order.order_id}/${name}`,
      body,
      must(street.signedIn.get(order.producer_id)),
    );
  const stateOf = async (id: string) => (await requests.read(id)).data.request;

  /** The provider can't give the money back now. */
  async function breaks({ payment_collection_id }: PaidOrder, is_broken = true): Promise<void> {
    const id = is_broken ? "pp_cod_cod_missing" : "pp_vietqr_vietqr";
    await sql()`UPDATE payment SET provider_id = ${id}
      WHERE payment_collection_id = ${payment_collection_id}`;
  }

  it("guests who get half get no more when the books fail after their refund", async () => {
    const party = await bought(false);
    await startMovesTo(tour.departure_id, 30);
    const request = await requests.asked(party, { reason: "cannot_come" });
    expect(request.amount_vnd).toBe(TWO_ADULTS / 2);
    const orders = container.resolve(Modules.ORDER);
    vi.spyOn(orders, "createOrderChange").mockRejectedValueOnce(new Error("killed"));
    const failed = await requests.answer(party, request.id, "accept");
    expect(failed.data.request.state).toBe("paying");
    expect(await dues(party)).toEqual([TWO_ADULTS / 2]);
    await theJobLooks(container);
    expect(await stateOf(request.id)).toMatchObject({ state: "refunded" });
    expect(await dues(party)).toEqual([TWO_ADULTS / 2]);
    expect(await standOf(container, party)).toMatchObject({
      collected: TWO_ADULTS / 2,
      refunded: TWO_ADULTS / 2,
    });
    expect(await statusOf(party.uuid)).toBe("CANCELLED");
    expect(await differences()).toEqual([]);
  });

  it("an order whose calling off died before its refund is paid, not only called so", async () => {
    const order = await bought(true);
    const request = await requests.asked(order, { reason: "other" });
    await breaks(order);
    await requests.answer(order, request.id, "accept");
    expect((await stateOf(request.id)).state).toBe("paying");
    await breaks(order, false);
    const purchases = container.resolve<PurchaseService>("purchase");
    const cancel = { at: new Date(), cancel_reason: "buyer_asked", cancel_note: "" };
    expect(await purchases.takeStep(order.order_id, "cancel", cancel)).not.toBeNull();
    await theJobLooks(container);
    expect(await dues(order)).toEqual([order.total_vnd]);
    expect((await stateOf(request.id)).state).toBe("refunded");
    expect(await differences()).toEqual([]);
  });

  it("a yes to calling off pays nothing once the parcel has left", async () => {
    const order = await bought(true);
    const request = await requests.asked(order, { reason: "other" });
    await breaks(order);
    await requests.answer(order, request.id, "accept");
    await breaks(order, false);
    for (const name of ["confirm", "pack"]) expect((await step(order, name)).status).toBe(200);
    const tracking = { tracking_number: "VN-998877", carrier: "" };
    expect((await step(order, "ship", tracking)).status).toBe(200);
    await theJobLooks(container);
    expect(await dues(order)).toEqual([]);
    const { state, failure } = await stateOf(request.id);
    expect([state, failure]).toEqual(["to_decide", expect.stringContaining("already_shipped")]);
    const grant = { deed: "grant", amount_vnd: 50_000, note: "Hoàn một phần" };
    expect((await requests.decide(request.id, grant)).data.request.state).toBe("refunded");
    expect(await dues(order)).toEqual([50_000]);
  });

  it("an operator's yes to calling off pays nothing once the guests have come", async () => {
    const party = await bought(false);
    const request = await requests.asked(party, { reason: "other" });
    await requests.answer(party, request.id, "decline", { text: "Khách cứ đến" });
    await breaks(party);
    const grant = { deed: "grant", amount_vnd: TWO_ADULTS, note: "Hoàn hết cho khách" };
    expect((await requests.decide(request.id, grant)).data.request.state).toBe("paying");
    await breaks(party, false);
    await startMovesTo(tour.departure_id, -1);
    const host = must(street.signedIn.get(party.producer_id));
    const came = await api.post(`/producer/bookings/${party.uuid}/check-in`, {}, host);
    expect(came.status).toBe(200);
    await theJobLooks(container);
    expect((await stateOf(request.id)).state).toBe("to_decide");
    expect(await dues(party)).toEqual([]);
    const half = { ...grant, amount_vnd: TWO_ADULTS / 2 };
    expect((await requests.decide(request.id, half)).data.request.state).toBe("refunded");
    expect(await dues(party)).toEqual([TWO_ADULTS / 2]);
    expect(await statusOf(party.uuid)).toBe("REDEEMED");
  });

  async function ships(order: Bought): Promise<void> {
    for (const name of ["confirm", "pack"]) await step(order, name);
    await step(order, "ship", { tracking_number: "VN-112233", carrier: "" });
  }

  it("goods that were paid out on their way are not paid again when they come back", async () => {
    const order = await bought(true);
    await ships(order);
    const lines = [{ id: order.line_item_id, quantity: 1 }];
    const request = await requests.asked(order, { reason: "not_received", lines });
    expect(request.amount_vnd).toBe(99_001);
    await requests.answer(order, request.id, "accept");
    await step(order, "refuse", { reason: "not_taken" });
    expect((await step(order, "take-back", { is_sound: true })).data.progress).toBe("returned");
    expect(await dues(order)).toEqual([99_001, GOODS - 99_001].sort((a, b) => a - b));
    expect(await standOf(container, order)).toMatchObject({ refunded: GOODS });
    expect(await differences()).toEqual([]);
  });

  it("goods that were taken back otherwise leave the operator a way to pay", async () => {
    const order = await bought(true);
    await ships(order);
    await step(order, "deliver");
    const lines = [{ id: order.line_item_id, quantity: 2 }];
    const body = { kind: "return" as const, reason: "changed_mind" as const, lines };
    const request = await requests.asked(order, body);
    await requests.answer(order, request.id, "accept");
    const goods = [{ line_item_id: order.line_item_id, quantity: 3 }];
    expect(await refund(container, aWish(order, 0, { goods }))).toBe("");
    const received = await requests.answer(order, request.id, "receive", { is_sound: true });
    expect(received.data.request.state).toBe("to_decide");
    const grant = { deed: "grant", amount_vnd: 198_002, note: "Hàng đã về", goods_back: false };
    expect((await requests.decide(request.id, grant)).data.request.state).toBe("refunded");
    expect(await dues(order)).toEqual([198_002]);
    expect(await differences()).toEqual([]);
  });

  it("a request about a parcel that is back is not paid beside its return", async () => {
    const order = await bought(true);
    await ships(order);
    const lines = [{ id: order.line_item_id, quantity: 3 }];
    const request = await requests.asked(order, { reason: "not_received", lines });
    await step(order, "refuse", { reason: "not_taken" });
    await step(order, "take-back", { is_sound: true });
    expect(await dues(order)).toEqual([GOODS]);
    const late = await requests.answer(order, request.id, "accept");
    expect([late.status, late.data.code]).toEqual([400, "order_already_refused"]);
    expect(await dues(order)).toEqual([GOODS]);
    expect(
      (await requests.answer(order, request.id, "decline", { text: "Hàng đã về" })).status,
    ).toBe(200);
  });
});
