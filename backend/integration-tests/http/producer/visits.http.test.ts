import { addDays, todayInVietnam } from "@cho-lang/shared/calendar";
import type { TourBooking } from "@cho-lang/shared/contracts/booking";
import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type { ProducerOrder, ProducerToday } from "@cho-lang/shared/contracts/producer";
import type {
  CheckInAnswer,
  HostDay,
  HostDepartureAnswer,
  HostMonth,
  VisitorAnswer,
} from "@cho-lang/shared/contracts/visit";
import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import type { MedusaContainer } from "@medusajs/framework/types";
import type { Api } from "../../answer";
import { aBuyer } from "../../buyer";
import { aHost, type Guests, guests, type Host, theDayComes } from "../../host";
import { aMarket, backend, type Market, must } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { hold, seatsOf, startMovesTo } from "../../visits";

type Deed<T> = Partial<T & Refusal>;

medusaHttpSuite("producer-visits", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let hoa: Host;
  let binh: Host;
  let mai: Guests;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    const roles = ["owner", "guide", "accountant"];
    hoa = await aHost(api, container, market, { handle: "hoa", roles });
    binh = await aHost(api, container, market, { handle: "binh" });
    mai = await guests(api, market, hoa.tour, { full_name: "Nguyễn Thị Mai" });
    await settle();
  });

  const post = <T>(path: string, body: object = {}, role = "owner") =>
    api.post<Deed<T>>(`/producer/${path}`, body, hoa.as[role]);
  const checkIn = (ticket: string, more: object = {}, config = hoa.as.guide) =>
    api.post<Deed<CheckInAnswer>>("/producer/check-ins", { ticket, ...more }, config);
  const visitor = (name: string, body: object = {}, role = "owner") =>
    post<VisitorAnswer>(`bookings/${mai.uuid}/${name}`, body, role);
  const departure = (name: string, body: object = {}, role = "owner") =>
    post<HostDepartureAnswer>(`departures/${hoa.tour.departure_id}/${name}`, body, role);
  const theOrder = async () =>
    (await api.get<ProducerOrder>(`/producer/orders/${mai.order_id}`, hoa.as.owner)).data;
  const day = async (query = "", config = hoa.as.guide) =>
    (await api.get<HostDay>(`/producer/visits${query}`, config)).data;

  describe("The host's calendar", () => {
    it("shows the month's days with what is taken, and where it goes on", async () => {
      const month = mai.ticket.date.slice(0, 7);
      const path = `/producer/departures?month=${month}`;
      const { data } = await api.get<HostMonth>(path, hoa.as.accountant);
      expect(data).toMatchObject({ month, today: todayInVietnam(new Date()) });
      expect([data.previous_month, data.next_month]).toEqual([null, null]);
      expect(data.days).toEqual([
        { date: mai.ticket.date, departures: 1, open: 1, capacity: 8, confirmed: 3, held: 0 },
      ]);
      const early = await api.get<HostMonth>("/producer/departures?month=2020-01", hoa.as.owner);
      expect(early.data).toMatchObject({ days: [], previous_month: null, next_month: "2020-02" });
    });

    it("refuses what is no month and no day, by its name", async () => {
      for (const [path, field] of [
        ["departures?month=2026-13", "month"],
        ["departures?month=0000-01", "month"],
        ["visits?date=2026-02-30", "date"],
        ["visits?date=9999-01-01", "date"],
      ]) {
        const answer = await api.get(`/producer/${path}`, hoa.as.owner);
        expect([path, answer.status, answer.data.fields?.[0]?.field]).toEqual([path, 400, field]);
      }
    });

    it("shows the guests of a day with what the host needs, to their host alone", async () => {
      const shown = await day(`?date=${mai.ticket.date}&lang=en`);
      expect(shown.departures).toHaveLength(1);
      expect(shown.departures[0]).toMatchObject({
        option: "Half a day in the village",
        state: "open",
        capacity: 8,
        confirmed: 3,
        seats_left: 5,
        arrived: 0,
        visitors: [
          {
            uuid: mai.uuid,
            code: mai.ticket.code,
            status: "CONFIRMED",
            full_name: "Nguyễn Thị Mai",
            party: [
              { kind: "ADULT", count: 2 },
              { kind: "CHILD", count: 1 },
            ],
            pax: 3,
            amount_vnd: 625_000,
            due_vnd: 625_000,
            is_no_show: false,
            order: { id: mai.order_id },
          },
        ],
      });
      expect(shown.departures[0]?.visitors[0]?.phone).toMatch(/^\+84912/);
      const others = await day(`?date=${mai.ticket.date}`, binh.as.owner);
      expect(others.departures[0]?.visitors).toEqual([]);
      expect(JSON.stringify(others)).not.toContain("Mai");
    });

    it("counts a hold while it lives and no longer, reaped or not", async () => {
      const buyer = aBuyer(api, market);
      const held = await hold(buyer, await buyer.fill(), hoa.tour);
      expect(held.status).toBe(200);
      const query = `?date=${mai.ticket.date}`;
      expect((await day(query)).departures[0]).toMatchObject({ held: 2, seats_left: 3 });
      await sql()`UPDATE booking.booking SET expires_at = now() WHERE status = 'ON_HOLD'`;
      expect((await day(query)).departures[0]).toMatchObject({ held: 0, seats_left: 5 });
    });

    it("forgets who came 30 days after the visit", async () => {
      await startMovesTo(hoa.tour.departure_id, -30 * 24);
      const date = addDays(todayInVietnam(new Date()), -30);
      expect((await day(`?date=${date}`)).departures[0]?.visitors[0]).toMatchObject({
        full_name: "",
        phone: null,
        code: mai.ticket.code,
      });
    });

    it("is on the page of the day, tomorrow's when today has none", async () => {
      await theDayComes(hoa.tour.departure_id);
      const today = todayInVietnam(new Date());
      const read = async () =>
        (await api.get<ProducerToday>("/producer/today", hoa.as.guide)).data.visits;
      expect(await read()).toMatchObject({ date: today, departures: [{ confirmed: 3 }] });
      await sql()`UPDATE booking.departure SET starts_at = starts_at + interval '1 day',
        cutoff_at = cutoff_at + interval '1 day', local_date = local_date + 1
        WHERE id = ${hoa.tour.departure_id}`;
      expect(await read()).toMatchObject({ date: addDays(today, 1), departures: [{}] });
    });
  });

  describe("Checking guests in", () => {
    beforeEach(() => theDayComes(hoa.tour.departure_id));

    it("by the party's QR code: all of them at once, and a second time nothing", async () => {
      const first = await checkIn(mai.ticket.qr);
      expect([first.status, first.data.outcome]).toEqual([200, "checked_in"]);
      expect(first.data.booking).toMatchObject({ status: "REDEEMED", full_name: "Nguyễn Thị Mai" });
      expect(first.data.departure).toMatchObject({ arrived: 3, confirmed: 3 });
      expect(await theOrder()).toMatchObject({ progress: "visited" });
      const again = await checkIn(mai.ticket.qr);
      expect([again.status, again.data.outcome]).toEqual([200, "already"]);
      expect(again.data.booking).toEqual(first.data.booking);
    });

    it("one person by a code as it is read aloud, the rest by the party's", async () => {
      const child = must(mai.ticket.tickets.find(({ kind }) => kind === "CHILD"));
      const spoken = formatTicketCode(child.code).toLowerCase().replace("-", " - ");
      const one = await checkIn(spoken);
      expect(one.data).toMatchObject({ outcome: "checked_in", departure: { arrived: 1 } });
      const came = one.data.booking?.tickets.filter(({ redeemed_at }) => redeemed_at !== null);
      expect(came?.map(({ id }) => id)).toEqual([child.id]);
      expect((await checkIn(child.qr)).data.outcome).toBe("already");
      const rest = await checkIn(mai.ticket.code);
      expect(rest.data).toMatchObject({ outcome: "checked_in", departure: { arrived: 3 } });
    });

    it("from the list, some or all, and back again", async () => {
      const [first] = mai.ticket.tickets;
      const some = await visitor("check-in", { tickets: [must(first).id] }, "guide");
      expect(some.data.booking?.status).toBe("REDEEMED");
      await visitor("check-in", {}, "guide");
      expect(await theOrder()).toMatchObject({ progress: "visited" });
      await visitor("undo-check-in", { tickets: [must(first).id] }, "guide");
      expect((await day()).departures[0]).toMatchObject({ arrived: 2 });
      const back = await visitor("undo-check-in", {}, "guide");
      expect(back.data.booking).toMatchObject({ status: "CONFIRMED", due_vnd: 625_000 });
      expect(await theOrder()).toMatchObject({ progress: "booked" });
      const unknown = await visitor("check-in", { tickets: ["nobody"] });
      expect([unknown.status, unknown.data.code]).toEqual([404, "not_found"]);
    });

    it("from two phones at once: one checks in, the other hears that it was done", async () => {
      const answers = await Promise.all([
        checkIn(mai.ticket.qr),
        checkIn(mai.ticket.code, {}, hoa.as.owner),
      ]);
      expect(answers.map(({ data }) => data.outcome).sort()).toEqual(["already", "checked_in"]);
      const redeemed = await sql()`SELECT FROM booking.departure_event WHERE kind = 'redeemed'`;
      expect(redeemed).toHaveLength(1);
      expect(await theOrder()).toMatchObject({ progress: "visited" });
    });

    it("on the ticket's own day, or when the host says so", async () => {
      await startMovesTo(hoa.tour.departure_id, 72);
      const early = await checkIn(mai.ticket.qr);
      expect([early.status, early.data.code]).toEqual([400, "ticket_other_day"]);
      expect(early.data.fields?.[0]?.field).toBe("ticket");
      expect((await checkIn(mai.ticket.qr, { any_day: true })).data.outcome).toBe("checked_in");
    });

    it("not with a ticket that is cancelled, forged, unreadable, another host's or unknown", async () => {
      const forged = `${mai.ticket.qr.slice(0, -2)}AA`;
      const refused = async (ticket: string, config = hoa.as.guide) => {
        const { status, data } = await checkIn(ticket, {}, config);
        return [status, data.code, data.fields?.[0]?.field];
      };
      expect(await refused(forged)).toEqual([400, "ticket_forged", "ticket"]);
      expect(await refused("xin chào")).toEqual([400, "ticket_unreadable", "ticket"]);
      expect(await refused("K7FQ-3QMZ")).toEqual([404, "not_found", undefined]);
      expect(await refused(mai.ticket.qr, binh.as.owner)).toEqual([404, "not_found", undefined]);
      await post(`orders/${mai.order_id}/cancel`, { reason: "buyer_asked" });
      expect(await refused(mai.ticket.qr)).toEqual([400, "ticket_cancelled", "ticket"]);
      expect((await day()).departures[0]).toMatchObject({ confirmed: 0, visitors: [] });
    });

    it("as far as one's role goes, also for a shop that the operator stopped", async () => {
      const denied = await checkIn(mai.ticket.qr, {}, hoa.as.accountant);
      expect([denied.status, denied.data.code]).toEqual([403, "role_not_allowed"]);
      expect((await departure("close", { reason: "weather" }, "guide")).status).toBe(403);
      await backend("workflows/producer/suspend-producer")
        .suspendProducerWorkflow(container)
        .run({
          input: {
            producer_id: hoa.producer.id,
            reason: "Hồ sơ hết hạn",
            actor: { id: "user_test", name: "Cán bộ" },
          },
        });
      expect((await checkIn(mai.ticket.qr)).data.outcome).toBe("checked_in");
      const close = await departure("close", { reason: "weather" });
      expect([close.status, close.data.code]).toEqual([403, "shop_not_open"]);
    });
  });

  describe("A departure", () => {
    const calendar = async () => {
      const month = mai.ticket.date.slice(0, 7);
      const path = `/store/tours/${hoa.tour.handle}?month=${month}`;
      const { data } = await aBuyer(api, market).get<TourBooking>(path);
      return data.days.find(({ date }) => date === mai.ticket.date)?.departures[0];
    };
    const book = async () => {
      const buyer = aBuyer(api, market);
      return hold(buyer, await buyer.fill(), hoa.tour);
    };

    it("seats what the host says, never fewer than have booked", async () => {
      const below = await departure("capacity", { capacity: 2 });
      expect([below.status, below.data.code]).toEqual([400, "capacity_below_taken"]);
      expect(below.data.fields?.[0]?.field).toBe("capacity");
      expect(await seatsOf(hoa.tour.departure_id)).toMatchObject({ capacity: 8, confirmed: 3 });
      const exact = await departure("capacity", { capacity: 3 });
      expect(exact.data.departure).toMatchObject({ capacity: 3, seats_left: 0, state: "full" });
      expect((await book()).data.code).toBe("departure_full");
      await departure("capacity", { capacity: 6 });
      expect(await calendar()).toMatchObject({ seats_left: 3, capacity: 6 });
    });

    it("is closed with its reason for all to see, keeps its guests and opens again", async () => {
      const closed = await departure("close", { reason: "weather", note: "Bão số 9" });
      expect(closed.data.departure).toMatchObject({
        state: "closed",
        close_reason: "weather",
        close_note: "Bão số 9",
        confirmed: 3,
      });
      expect(await calendar()).toMatchObject({ state: "closed", close_reason: "weather" });
      expect((await book()).data.code).toBe("departure_closed");
      const open = await departure("reopen");
      expect(open.data.departure).toMatchObject({ state: "open", close_reason: null });
      expect((await book()).status).toBe(200);
    });
  });
});
