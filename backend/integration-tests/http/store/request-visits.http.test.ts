import "../../with-bank-feed";

import type { MedusaContainer } from "@medusajs/framework/types";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";
import type { Api } from "../../answer";
import { must } from "../../market";
import { bankTells, checkOutByTransfer } from "../../prepaid";
import { aStreet, differences, duesOf, type PaidOrder, type Street, standOf } from "../../refunds";
import { type AskedOrder, mailsOf, requestsAt } from "../../requests";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aHold, aTour, type MarketTour, seatsOf, startMovesTo, statusOf } from "../../visits";

const TWO_ADULTS = 500_000;

medusaHttpSuite("request-visits", ({ api: client, getContainer }) => {
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
  afterEach(settle);

  /** Two adults who have paid, or will pay at the village. */
  async function aParty(method: "vietqr" | "cod" = "vietqr") {
    const { buyer } = street;
    const cart_id = await buyer.fill();
    const uuid = await aHold(buyer, cart_id, tour);
    let bought: { purchase_id: string; token: string };
    if (method === "vietqr") {
      const awaiting = await checkOutByTransfer(buyer, cart_id);
      await bankTells(container, awaiting);
      bought = awaiting;
    } else {
      bought = (await buyer.buy<{ purchase_id: string; token: string }>(cart_id)).data;
    }
    const [order] = await sql()<PaidOrder[]>`SELECT * FROM purchase.purchase_order
      WHERE purchase_id = ${bought.purchase_id}`;
    return { ...bought, ...must(order), uuid } satisfies AskedOrder & { uuid: string };
  }
  const standing = (order: AskedOrder) => standOf(container, order as unknown as PaidOrder);
  const dues = async (order: AskedOrder) =>
    (await duesOf(order as unknown as PaidOrder)).map(({ amount_vnd }) => amount_vnd);

  it("guests who can't come get back what the rules say, and their seats are free", async () => {
    const party = await aParty();
    await startMovesTo(tour.departure_id, 30);
    const seats = await seatsOf(tour.departure_id);
    const { choice } = (await requests.look(party)).data;
    expect(choice).toMatchObject({
      is_whole: true,
      by_rules_vnd: TWO_ADULTS / 2,
      reasons: ["cannot_come", "other"],
    });
    const request = await requests.asked(party, { reason: "cannot_come" });
    expect(request.amount_vnd).toBe(TWO_ADULTS / 2);
    const answer = await requests.answer(party, request.id, "accept");
    expect(answer.data.request).toMatchObject({
      state: "refunded",
      order: { progress: "cancelled" },
    });
    expect(await dues(party)).toEqual([TWO_ADULTS / 2]);
    expect(await standing(party)).toMatchObject({
      due: 0,
      collected: TWO_ADULTS / 2,
      refunded: TWO_ADULTS / 2,
    });
    expect(await statusOf(party.uuid)).toBe("CANCELLED");
    expect((await seatsOf(tour.departure_id)).confirmed).toBe(seats.confirmed - 2);
    await settle();
    expect((await mailsOf(request.id)).map(([to]) => to)).toEqual([
      "owner@tra.example.com",
      "khach@example.com",
    ]);
    expect(await differences()).toEqual([]);
  });

  it("guests who call in time get all of it back", async () => {
    const party = await aParty();
    const request = await requests.asked(party, { reason: "cannot_come" });
    expect(request.amount_vnd).toBe(TWO_ADULTS);
    await requests.answer(party, request.id, "accept");
    expect(await standing(party)).toMatchObject({ collected: 0, refunded: TWO_ADULTS });
    expect(await dues(party)).toEqual([TWO_ADULTS]);
    expect(await differences()).toEqual([]);
  });

  it("guests who have not paid owe nothing when they call it off, however late", async () => {
    const party = await aParty("cod");
    await startMovesTo(tour.departure_id, 3);
    const request = await requests.asked(party, { reason: "cannot_come" });
    expect(request.amount_vnd).toBe(0);
    const { data } = await requests.answer(party, request.id, "accept");
    expect(data.request).toMatchObject({ state: "refunded", granted_vnd: 0 });
    expect(await standing(party)).toMatchObject({ due: 0, collected: 0, refunded: 0 });
    expect(await statusOf(party.uuid)).toBe("CANCELLED");
  });

  it("guests whom nobody received get all of it by the operator's word", async () => {
    const party = await aParty();
    await startMovesTo(tour.departure_id, -2);
    expect((await requests.look(party)).data.choice.reasons).toContain("visit_not_held");
    const request = await requests.asked(party, { reason: "visit_not_held" });
    await requests.answer(party, request.id, "decline", { text: "Khách không đến" });
    const grant = { deed: "grant", amount_vnd: TWO_ADULTS, note: "Khách có ảnh ở cổng làng" };
    expect((await requests.decide(request.id, grant)).data.request.state).toBe("refunded");
    expect(await standing(party)).toMatchObject({ collected: 0, refunded: TWO_ADULTS });
  });

  it("guests who have come meanwhile don't get it by a yes that was said too late", async () => {
    const party = await aParty();
    const request = await requests.asked(party, { reason: "cannot_come" });
    await startMovesTo(tour.departure_id, -1);
    const path = `/producer/bookings/${party.uuid}/check-in`;
    const host = must(street.signedIn.get(party.producer_id));
    expect((await api.post(path, {}, host)).status).toBe(200);
    const late = await requests.answer(party, request.id, "accept");
    expect([late.status, late.data.code]).toEqual([400, "order_already_shipped"]);
    expect(await dues(party)).toEqual([]);
  });

  it("an order that is cancelled otherwise ends what was asked of it", async () => {
    const party = await aParty();
    const request = await requests.asked(party, { reason: "cannot_come" });
    await cancelOrderWorkflow(container).run({ input: { order_id: party.order_id } });
    await vi.waitFor(async () => {
      const { state, granted_vnd } = (await requests.read(request.id)).data.request;
      expect([state, granted_vnd]).toEqual(["refunded", TWO_ADULTS]);
    }, 20_000);
    expect(await dues(party)).toEqual([TWO_ADULTS]);
    await settle();
    expect((await mailsOf(request.id)).map(([to]) => to)).toEqual(["owner@tra.example.com"]);
  });
});
