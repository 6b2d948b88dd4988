import { randomUUID } from "node:crypto";
import { runOut } from "../../../integration-tests/booking/moments";
import {
  aBooking,
  aPlace,
  aRequest,
  moveStart,
  type Place,
  seatsOf,
} from "../../../integration-tests/booking/place";
import { ownDatabase } from "../../../integration-tests/database";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import BookingModuleService from "./service";

describe("A host and their guests", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-host", "booking", migrations);

  const refusal = (code: string) => expect.objectContaining({ code });
  const me = { producer_id: "prdc_host", actor: "Bà Mây" };
  const stranger = { producer_id: "prdc_other", actor: "Ông Lạ" };
  const mine = (place: Place) => ({ ...me, id: place.departure.id });
  const kinds = async (booking_uuid: string) =>
    (await service.listEvents({ booking_uuid, limit: 50, offset: 0 })).map(({ kind }) => kind);

  async function guests(place: Place, count: number) {
    const { uuid } = await aBooking(service, place, count);
    const tickets = (await service.findBooking(uuid))?.items.map(({ id }) => id) ?? [];
    return { ...me, uuid, tickets };
  }

  it("closes a departure with a reason and opens it again; bookings stay", async () => {
    const place = await aPlace(service);
    await aBooking(service, place, 2);
    const closing = { ...mine(place), reason: "weather" as const, note: "Bão số 9" };
    const closed = await service.closeDeparture(closing);
    expect(closed).toMatchObject({
      status: "closed",
      close_reason: "weather",
      close_note: "Bão số 9",
      confirmed: 2,
      seats_left: 8,
    });
    expect(await service.closeDeparture(closing)).toEqual(closed);
    const open = { status: "open", close_reason: null, close_note: "" };
    expect(await service.reopenDeparture(mine(place))).toMatchObject(open);
    expect(await service.reopenDeparture(mine(place))).toMatchObject(open);
    const events = await service.listEvents({
      departure_id: place.departure.id,
      limit: 2,
      offset: 0,
    });
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["reopened", null],
      ["closed", "weather: Bão số 9"],
    ]);
  });

  it("gives more or fewer seats, but not fewer than are taken by those who still hold them", async () => {
    const place = await aPlace(service, 10);
    await aBooking(service, place, 2);
    const held = await service.hold(aRequest(place, 3));
    await expect(service.setCapacity({ ...mine(place), capacity: 4 })).rejects.toMatchObject({
      code: "capacity_below_taken",
      details: { fields: [{ field: "capacity", message: "5 seats are taken" }] },
    });
    expect(await service.setCapacity({ ...mine(place), capacity: 5 })).toMatchObject({
      capacity: 5,
      seats_left: 0,
    });
    await runOut([held.uuid]);
    expect(await service.setCapacity({ ...mine(place), capacity: 2 })).toMatchObject({
      capacity: 2,
      held: 0,
      seats_left: 0,
    });
    await expect(service.setCapacity({ ...mine(place), capacity: 1 })).rejects.toEqual(
      refusal("capacity_below_taken"),
    );
    await service.setCapacity({ ...mine(place), capacity: 30 });
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 2, 28]);
  });

  it("finds nothing of another host", async () => {
    const place = await aPlace(service);
    const { uuid } = await guests(place, 1);
    const departure = { ...stranger, id: place.departure.id };
    const attempts = [
      service.closeDeparture({ ...departure, reason: "other", note: "" }),
      service.reopenDeparture(departure),
      service.setCapacity({ ...departure, capacity: 1 }),
      service.setCapacity({ ...me, id: "dep_unknown", capacity: 1 }),
      service.checkIn({ ...stranger, uuid }),
      service.undoCheckIn({ ...stranger, uuid }),
      service.markNoShow({ ...stranger, uuid }),
      service.undoNoShow({ ...stranger, uuid }),
      service.collect({ ...stranger, uuid }),
      service.undoCollect({ ...stranger, uuid }),
      service.checkIn({ ...me, uuid: randomUUID() }),
      service.checkIn({ ...me, uuid, tickets: [randomUUID()] }),
      service.checkIn({ ...me, uuid, tickets: ["no uuid"] }),
    ];
    for (const result of await Promise.allSettled(attempts)) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    }
    expect(await service.findBooking("no uuid")).toBeNull();
  });

  it("greets each guest once, whoever scans first", async () => {
    const place = await aPlace(service);
    const { uuid, tickets } = await guests(place, 3);
    const one = { ...me, uuid, tickets: tickets.slice(0, 1) };
    const results = await Promise.all([service.checkIn(one), service.checkIn(one)]);
    expect(results.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await service.checkIn({ ...me, uuid })).toMatchObject({
      changed: true,
      booking: { status: "REDEEMED" },
    });
    expect(await service.checkIn({ ...me, uuid })).toMatchObject({ changed: false });
    const found = await service.findBooking(uuid);
    expect(found?.items.every(({ redeemed_by }) => redeemed_by === "Bà Mây")).toBe(true);
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 3, 7]);
  });

  it("takes a greeting back, for one or for all", async () => {
    const place = await aPlace(service);
    const { uuid, tickets } = await guests(place, 2);
    const who = { ...me, uuid };
    expect(await service.undoCheckIn(who)).toMatchObject({ changed: false });
    await service.checkIn(who);
    await expect(service.cancel({ uuid, actor: "host", reason: "buyer" })).rejects.toEqual(
      refusal("visit_already_happened"),
    );
    expect(await service.undoCheckIn({ ...who, tickets: tickets.slice(0, 1) })).toMatchObject({
      booking: { status: "REDEEMED" },
    });
    expect(await service.undoCheckIn(who)).toMatchObject({
      changed: true,
      booking: { status: "CONFIRMED" },
    });
    expect(await kinds(uuid)).toEqual([
      "unredeemed",
      "unredeemed",
      "redeemed",
      "confirmed",
      "bound",
      "held",
    ]);
  });

  it("greets nobody who has not booked or has cancelled", async () => {
    const place = await aPlace(service);
    const held = await service.hold(aRequest(place, 1));
    const onHold = { ...me, uuid: held.uuid };
    await expect(service.checkIn(onHold)).rejects.toEqual(refusal("ticket_not_confirmed"));
    await expect(service.collect(onHold)).rejects.toEqual(refusal("ticket_not_confirmed"));
    const { uuid } = await guests(place, 1);
    await service.cancel({ uuid, actor: "host", reason: "buyer" });
    await expect(service.checkIn({ ...me, uuid })).rejects.toEqual(refusal("ticket_cancelled"));
    await expect(service.markNoShow({ ...me, uuid })).rejects.toEqual(refusal("ticket_cancelled"));
  });

  it("says after the start who did not come, until they do", async () => {
    const place = await aPlace(service);
    const who = await guests(place, 2);
    await moveStart(place.departure.id, 1);
    await expect(service.markNoShow(who)).rejects.toEqual(refusal("departure_not_started"));
    await moveStart(place.departure.id, 0);
    expect(await service.markNoShow(who)).toMatchObject({ changed: true });
    expect(await service.markNoShow(who)).toMatchObject({ changed: false });
    expect(await service.undoNoShow(who)).toMatchObject({ changed: true });
    expect(await service.undoNoShow(who)).toMatchObject({ changed: false });
    await service.markNoShow(who);
    const one = { ...who, tickets: who.tickets.slice(0, 1) };
    expect(await service.checkIn(one)).toMatchObject({ booking: { no_show_at: null } });
    await expect(service.markNoShow(who)).rejects.toEqual(refusal("visit_already_happened"));
  });

  it("takes the money once and gives it back once", async () => {
    const place = await aPlace(service);
    const { tickets: _, ...who } = await guests(place, 2);
    expect(await service.undoCollect(who)).toMatchObject({ amount_vnd: 0 });
    const results = await Promise.all([service.collect(who), service.collect(who)]);
    expect(results.map(({ amount_vnd }) => amount_vnd).sort()).toEqual([0, 500_000]);
    expect(await service.findBooking(who.uuid)).toMatchObject({
      due_vnd: 0,
      collected_vnd: 500_000,
    });
    expect(await service.undoCollect(who)).toMatchObject({
      amount_vnd: 500_000,
      booking: { due_vnd: 500_000, collected_vnd: 0 },
    });
  });

  it("books guests at the door, also after the cut-off, but not without seats or when closed", async () => {
    const place = await aPlace(service, 4);
    await moveStart(place.departure.id, 10);
    const walkIn = {
      ...me,
      departure_id: place.departure.id,
      party: { [place.adult.id]: 3 },
      full_name: "Trần Văn Gốm",
      phone: "",
      lang: "vi" as const,
    };
    const uuid = randomUUID();
    const booked = await service.bookByHost({ ...walkIn, uuid });
    expect(booked).toMatchObject({ status: "CONFIRMED", origin: "host", due_vnd: 750_000 });
    expect(booked.is_new).toBe(true);
    expect(await service.bookByHost({ ...walkIn, uuid })).toEqual({ ...booked, is_new: false });
    await expect(service.bookByHost(walkIn)).rejects.toEqual(refusal("departure_full"));
    await expect(service.bookByHost({ ...walkIn, ...stranger })).rejects.toEqual(
      refusal("not_found"),
    );
    const one = { ...walkIn, party: { [place.adult.id]: 1 } };
    await service.closeDeparture({ ...mine(place), reason: "family", note: "" });
    await expect(service.bookByHost(one)).rejects.toEqual(refusal("departure_closed"));
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 3, 1]);
    await service.cancel({ uuid, actor: "host", reason: "guest" });
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 0, 4]);
  });

  it("cannot rewrite what happened", async () => {
    const place = await aPlace(service);
    await aBooking(service, place, 1);
    const { id } = place.departure;
    const changes = [
      sql()`UPDATE booking.departure_event SET actor = 'nobody' WHERE departure_id = ${id}`,
      sql()`DELETE FROM booking.departure_event WHERE departure_id = ${id}`,
      sql()`TRUNCATE booking.departure_event`,
    ];
    for (const change of changes) await expect(change).rejects.toThrow(/only grows/);
    await expect(sql()`DELETE FROM booking.departure WHERE id = ${id}`).rejects.toThrow(
      /foreign key/,
    );
  });

  it("cannot sell more seats than there are, even by writing into the database", async () => {
    const { departure } = await aPlace(service, 2);
    for (const [held, confirmed] of [
      [3, 0],
      [1, 2],
      [-1, 0],
      [0, -1],
    ]) {
      await expect(
        sql()`UPDATE booking.departure SET held = ${held ?? 0}, confirmed = ${confirmed ?? 0}
          WHERE id = ${departure.id}`,
      ).rejects.toThrow(/departure_seats/);
    }
  });
});
