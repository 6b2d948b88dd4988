import { randomUUID } from "node:crypto";
import { addDays, todayInVietnam } from "@cho-lang/shared/calendar";
import { anOption } from "../../../integration-tests/booking/option";
import { ownDatabase } from "../../../integration-tests/database";
import { migrations } from "./migrations";
import BookingModuleService, { type NewTourOption } from "./service";

describe("Bookings in the database", () => {
  const service = new BookingModuleService();
  ownDatabase("booking", "booking", migrations);
  const today = todayInVietnam(new Date());
  const inTenDays = addDays(today, 10);

  /** An option with one departure in ten days. */
  async function aDeparture(seats = 10, over: Partial<NewTourOption> = {}) {
    const wanted = anOption(over);
    const rules = wanted.rules.map((rule) => ({
      ...rule,
      times: ["06:00"],
      valid_from: inTenDays,
      valid_until: inTenDays,
      capacity: seats,
    }));
    const [option] = await service.createOptions([{ ...wanted, rules }]);
    if (!option) throw new Error("no option");
    await service.applySchedules({ option_ids: [option.id], today });
    const [departure] = await service.listDepartures({
      option_id: option.id,
      from: today,
      to: addDays(today, 60),
    });
    const [adult, child] = option.units;
    if (!departure || !adult || !child) throw new Error("no departure");
    return { option, departure, adult, child };
  }

  type Place = Awaited<ReturnType<typeof aDeparture>>;

  function request(place: Place, adults: number, over: object = {}) {
    return {
      uuid: randomUUID(),
      departure_id: place.departure.id,
      party: { [place.adult.id]: adults },
      cart_id: `cart_${randomUUID()}`,
      address: randomUUID(),
      ...over,
    };
  }

  const binding = (uuid: string, order_id = `order_${uuid}`) => ({
    uuid,
    purchase_id: "purchase_1",
    order_id,
    order_line_item_id: `ordli_${uuid}`,
    full_name: "Nguyễn Thị Mây",
    phone: "+84912345678",
    lang: "vi" as const,
    note: "",
    due_vnd: 0,
  });

  async function booked(place: Place, adults: number) {
    const held = await service.hold(request(place, adults));
    await service.bind([{ ...binding(held.uuid), due_vnd: held.amount_vnd }]);
    const [confirmed] = await service.confirm([held.uuid], "checkout");
    if (!confirmed) throw new Error("not confirmed");
    return confirmed;
  }

  async function counters(id: string) {
    const found = await service.findDeparture(id);
    return found && [found.held, found.confirmed, found.seats_left];
  }

  it("holds seats and answers the same request with the same booking", async () => {
    const place = await aDeparture();
    const asked = request(place, 2);
    const held = await service.hold(asked);
    expect(held).toMatchObject({ status: "ON_HOLD", pax: 2, amount_vnd: 500_000, extensions: 0 });
    expect(held.expires_at?.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect(await service.hold(asked)).toEqual(held);
    expect(await counters(place.departure.id)).toEqual([2, 0, 8]);
    await expect(service.hold({ ...asked, party: { [place.adult.id]: 3 } })).rejects.toMatchObject({
      code: "booking_uuid_taken",
    });
    const found = await service.findBooking(held.uuid);
    expect(found?.items).toHaveLength(2);
    expect(found?.departure.id).toBe(place.departure.id);
  });

  it("sells twenty seats once to forty-eight people who want them at the same moment", async () => {
    const place = await aDeparture(20);
    const results = await Promise.allSettled(
      Array.from({ length: 48 }, () => service.hold(request(place, 1))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason.code).toBe("departure_full");
    }
    expect(await counters(place.departure.id)).toEqual([20, 0, 0]);
  });

  it("answers one uuid that is asked ten times at once with one booking", async () => {
    const place = await aDeparture();
    const other = await aDeparture();
    const asked = request(place, 2);
    const answers = await Promise.all(Array.from({ length: 10 }, () => service.hold(asked)));
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
    expect(await counters(place.departure.id)).toEqual([2, 0, 8]);
    const uuid = randomUUID();
    const both = await Promise.allSettled([
      service.hold(request(place, 1, { uuid })),
      service.hold(request(other, 1, { uuid })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "booking_uuid_taken" } });
  });

  it("holds, binds, confirms and cancels, and the counters follow", async () => {
    const place = await aDeparture();
    const held = await service.hold(request(place, 3));
    await service.attachLine({
      uuid: held.uuid,
      cart_id: held.cart_id ?? "",
      line_item_id: `cali_${held.uuid}`,
    });
    const bound = await service.bind([{ ...binding(held.uuid), due_vnd: 750_000 }]);
    expect(bound).toMatchObject([{ status: "ON_HOLD", due_vnd: 750_000, phone: "+84912345678" }]);
    expect(bound[0]?.hold_expires_at).toEqual(held.expires_at);
    expect(await service.bind([{ ...binding(held.uuid), due_vnd: 750_000 }])).toHaveLength(1);
    const confirmed = await service.confirm([held.uuid], "checkout");
    expect(confirmed).toMatchObject([{ status: "CONFIRMED", expires_at: null }]);
    expect(await counters(place.departure.id)).toEqual([0, 3, 7]);
    expect(await service.confirm([held.uuid], "checkout")).toEqual(confirmed);
    const before = await service.cancel({
      order_id: `order_${held.uuid}`,
      actor: "host",
      reason: "buyer",
    });
    expect(before).toEqual(confirmed);
    expect(await counters(place.departure.id)).toEqual([0, 0, 10]);
    expect(await service.uncancel(before)).toEqual([]);
    expect(await counters(place.departure.id)).toEqual([0, 3, 7]);
    expect(await service.findBooking(held.uuid)).toMatchObject(confirmed[0] ?? {});
    const kinds = (await service.listEvents({ booking_uuid: held.uuid, limit: 20, offset: 0 })).map(
      ({ kind, pax }) => `${kind} ${pax}`,
    );
    expect(kinds.reverse()).toEqual([
      "held 3",
      "bound 0",
      "bound 0",
      "confirmed 0",
      "cancelled -3",
      "uncancelled 3",
    ]);
  });

  it("checks guests in once, takes it back, and refuses to cancel after they came", async () => {
    const place = await aDeparture();
    const { uuid } = await booked(place, 2);
    const who = { uuid, producer_id: "prdc_host", actor: "Bà Mây" };
    const [first, second] = (await service.findBooking(uuid))?.items ?? [];
    if (!first || !second) throw new Error("no tickets");
    expect(await service.checkIn({ ...who, tickets: [first.id] })).toMatchObject({
      changed: true,
      booking: { status: "REDEEMED" },
    });
    expect(await service.checkIn({ ...who, tickets: [first.id] })).toMatchObject({
      changed: false,
    });
    expect(await service.checkIn(who)).toMatchObject({ changed: true });
    expect(await service.checkIn(who)).toMatchObject({ changed: false });
    await expect(service.cancel({ uuid, actor: "host", reason: "buyer" })).rejects.toMatchObject({
      code: "visit_already_happened",
    });
    await expect(service.checkIn({ ...who, producer_id: "prdc_other" })).rejects.toMatchObject({
      code: "not_found",
    });
    await service.undoCheckIn({ ...who, tickets: [second.id] });
    expect(await service.undoCheckIn(who)).toMatchObject({
      changed: true,
      booking: { status: "CONFIRMED" },
    });
    expect(await service.collect(who)).toMatchObject({ amount_vnd: 500_000 });
    expect(await service.collect(who)).toMatchObject({ amount_vnd: 0 });
    expect(await service.undoCollect(who)).toMatchObject({
      amount_vnd: 500_000,
      booking: { due_vnd: 500_000, collected_vnd: 0 },
    });
    await expect(service.markNoShow(who)).rejects.toMatchObject({ code: "departure_not_started" });
  });
});
