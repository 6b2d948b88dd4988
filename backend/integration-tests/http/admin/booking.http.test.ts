import type { OperatorPurchase } from "@cho-lang/shared/contracts/operator";
import type {
  OperatorBooking,
  OperatorBookings,
  OperatorDeparture,
} from "@cho-lang/shared/contracts/operator-booking";
import type { Api, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { medusaHttpSuite } from "../../support";
import { aHold, aTour, aVisit, holdRunsOut, type MarketTour } from "../../visits";

medusaHttpSuite("admin-booking", ({ api: client, getContainer }) => {
  const api = client as Api;
  let market: Market;
  let hoa: MarketProducer;
  let tour: MarketTour;
  let headers: { authorization: string };

  beforeAll(async () => {
    const container = getContainer();
    market = await aMarket(container);
    hoa = await aProducer(container, market, { handle: "hoa" });
    tour = await aTour(container, market, { producer_id: hoa.id, handle: "hoa" });
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    headers = { authorization: `Bearer ${data.token}` };
  });

  const get = <T>(path: string) => api.get<T>(path, { headers, validateStatus: () => true });
  const list = async (query: string) =>
    (await get<OperatorBookings>(`/admin/bookings?${query}`)).data;
  const one = async (uuid: string) =>
    (await get<OperatorBooking>(`/admin/bookings/${uuid}`)).data.booking;
  const ofDeparture = async () =>
    (await get<OperatorDeparture>(`/admin/departures/${tour.departure_id}`)).data;

  it("only an operator reads bookings and departures", async () => {
    for (const path of ["/admin/bookings", `/admin/departures/${tour.departure_id}`]) {
      const answer = await api.get(path, { validateStatus: () => true });
      expect(answer.status).toBe(401);
    }
  });

  it("a booking is found by its code, uuid, guest, phone, day, state and host", async () => {
    const { uuid } = await aVisit(api, market, tour, {
      full_name: "Lò Văn Ín",
      phone: "0912 000 111",
    });
    const other = await aVisit(api, market, tour, { full_name: "Trần Thị Bưởi" });
    const { code, departure } = await one(uuid);
    const spelt = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const both = await list("");
    expect(both.bookings.map((row) => row.uuid)).toEqual([other.uuid, uuid]);
    for (const query of [`q=${spelt}`, `q=${uuid}`, "q=v%C4%83n", "q=0912%20000%20111"]) {
      expect((await list(query)).bookings.map((row) => row.uuid)).toEqual([uuid]);
    }
    const all = [`date=${departure.date}`, "status=CONFIRMED", `producer_id=${hoa.id}`];
    for (const query of all) expect((await list(query)).count).toBe(2);
    for (const query of ["date=2020-01-01", "status=REDEEMED", "producer_id=x", "q=%25", "q=_"]) {
      expect((await list(query)).bookings).toEqual([]);
    }
  });

  it("a booking shows its party, its money, its purchase and what happened, oldest first", async () => {
    const { uuid, purchase_id } = await aVisit(api, market, tour, {
      units: { [tour.units.ADULT]: 2, [tour.units.CHILD]: 1 },
    });
    const booking = await one(uuid);
    expect(booking).toMatchObject({
      status: "CONFIRMED",
      pax: 3,
      amount_vnd: 625_000,
      due_vnd: 625_000,
      collected_vnd: 0,
      purchase: { id: purchase_id },
      producer: { id: hoa.id },
      expires_at: null,
      party: [
        { kind: "ADULT", count: 2, price_vnd: 250_000 },
        { kind: "CHILD", count: 1, price_vnd: 125_000 },
      ],
    });
    expect(booking.tickets).toHaveLength(3);
    const kinds = booking.events.map(({ kind }) => kind);
    expect(kinds[0]).toBe("held");
    expect(kinds.at(-1)).toBe("confirmed");
    expect(booking.events.at(-1)).toMatchObject({ held: 0, confirmed: 3, capacity: 8 });
    const { data } = await get<OperatorPurchase>(`/admin/purchases/${purchase_id}`);
    expect(must(data.purchase.orders[0]).lines[0]?.booking_uuid).toBe(uuid);
  });

  it("a departure shows its seats, its bookings and its history, newest first", async () => {
    const { uuid } = await aVisit(api, market, tour);
    const buyer = aBuyer(api, market);
    const held = await aHold(buyer, await buyer.fill(), tour);
    const before = await ofDeparture();
    expect(before.departure).toMatchObject({
      state: "few",
      confirmed: 2,
      held: 2,
      seats_left: 4,
      producer: { id: hoa.id },
    });
    expect(before.bookings.map((row) => row.uuid)).toEqual([held, uuid]);
    expect(before.events[0]).toMatchObject({ kind: "held", booking_uuid: held, pax: 2 });
    expect(before.events.at(-1)).toMatchObject({ kind: "held", booking_uuid: uuid });
    expect(before.event_count).toBe(before.events.length);
    await holdRunsOut(held);
    const after = await ofDeparture();
    expect(after.departure).toMatchObject({ state: "open", held: 2, seats_left: 6 });
  });

  it("what does not exist is not found, a bad filter is refused and named", async () => {
    const nobody = "/admin/bookings/00000000-0000-4000-8000-000000000000";
    for (const path of [nobody, "/admin/bookings/x", "/admin/departures/dep_none"]) {
      expect((await get(path)).status).toBe(404);
    }
    for (const query of ["status=LOST", "date=1.2.2026", "page=0"]) {
      const { status, data } = await get<{ fields: { field: string }[] }>(
        `/admin/bookings?${query}`,
      );
      expect(status).toBe(400);
      expect(data.fields[0]?.field).toBe(query.split("=")[0]);
    }
  });
});
