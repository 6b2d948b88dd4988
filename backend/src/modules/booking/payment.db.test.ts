import { randomUUID } from "node:crypto";
import { runOut } from "../../../integration-tests/booking/moments";
import {
  aBinding,
  aBooking,
  aPlace,
  aRequest,
  moveStart,
  seatsOf,
} from "../../../integration-tests/booking/place";
import { ownDatabase } from "../../../integration-tests/database";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import BookingModuleService from "./service";

describe("Paying for seats", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-payment", "booking", migrations);

  const refusal = (code: string) => expect.objectContaining({ code });
  const minutesLeft = (at: Date | null | undefined) =>
    Math.round(((at?.getTime() ?? 0) - Date.now()) / 60_000);

  it("keeps the hold past payment, ties it to its order, and confirms it once", async () => {
    const place = await aPlace(service);
    const held = await service.hold(aRequest(place, 3));
    const [bound] = await service.bind([aBinding(held.uuid, { due_vnd: 750_000 })]);
    expect(bound).toMatchObject({ status: "ON_HOLD", due_vnd: 750_000, phone: "+84912345678" });
    expect(bound?.hold_expires_at).toEqual(held.expires_at);
    expect(minutesLeft(bound?.expires_at)).toBe(30);
    const [again] = await service.bind([aBinding(held.uuid, { due_vnd: 750_000 })]);
    expect(again?.hold_expires_at).toEqual(held.expires_at);
    const confirmed = await service.confirm([held.uuid], "checkout");
    expect(confirmed).toMatchObject([{ status: "CONFIRMED", expires_at: null }]);
    expect(await service.confirm([held.uuid], "checkout")).toEqual(confirmed);
    expect(await service.bind([aBinding(held.uuid)])).toEqual(confirmed);
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 3, 7]);
    const events = await service.listEvents({ booking_uuid: held.uuid, limit: 20, offset: 0 });
    expect(events.map(({ kind, pax }) => [kind, pax])).toEqual([
      ["confirmed", 0],
      ["bound", 0],
      ["bound", 0],
      ["held", 3],
    ]);
  });

  it("refuses a hold that is another order's, was given back, or is not there", async () => {
    const place = await aPlace(service);
    const { uuid } = await service.hold(aRequest(place, 1));
    await service.bind([aBinding(uuid)]);
    await expect(service.bind([aBinding(uuid, { order_id: "order_other" })])).rejects.toEqual(
      refusal("tour_not_bookable"),
    );
    const gone = await service.hold(aRequest(place, 1));
    await service.release({ uuid: gone.uuid, actor: "buyer", reason: "removed" });
    await expect(service.bind([aBinding(gone.uuid)])).rejects.toEqual(refusal("tour_not_bookable"));
    await expect(service.bind([aBinding(randomUUID())])).rejects.toEqual(refusal("not_found"));
  });

  it("gets seats again whose hold ran out, or binds nothing of the cart", async () => {
    const [full, free] = [await aPlace(service, 2), await aPlace(service, 2)];
    const late = await service.hold(aRequest(full, 2));
    const good = await service.hold(aRequest(free, 2));
    await runOut([late.uuid, good.uuid]);
    const faster = await service.hold(aRequest(full, 1));
    const both = [aBinding(late.uuid), aBinding(good.uuid)];
    await expect(service.bind(both)).rejects.toEqual(refusal("departure_full"));
    expect(await seatsOf(service, free.departure.id)).toEqual([2, 0, 2]);
    await service.release({ uuid: faster.uuid, actor: "buyer", reason: "removed" });
    expect(await service.bind(both)).toHaveLength(2);
    expect(await seatsOf(service, free.departure.id)).toEqual([2, 0, 0]);
    expect(await seatsOf(service, full.departure.id)).toEqual([2, 0, 0]);
  });

  it("takes a live hold after the cut-off, but none on a closed or past departure", async () => {
    const place = await aPlace(service);
    const { id } = place.departure;
    const [one, two, three] = [
      await service.hold(aRequest(place, 1)),
      await service.hold(aRequest(place, 1)),
      await service.hold(aRequest(place, 1)),
    ];
    await moveStart(id, 60);
    await service.bind([aBinding(one.uuid)]);
    await runOut([two.uuid]);
    await expect(service.bind([aBinding(two.uuid)])).rejects.toEqual(refusal("departure_too_late"));
    await moveStart(id, -1);
    await expect(service.bind([aBinding(three.uuid)])).rejects.toEqual(refusal("departure_past"));
    await moveStart(id, 600);
    const host = { id, producer_id: "prdc_host", actor: "host" };
    await service.closeDeparture({ ...host, reason: "repair", note: "" });
    await expect(service.bind([aBinding(three.uuid)])).rejects.toEqual(refusal("departure_closed"));
    await service.confirm([one.uuid], "checkout");
    expect(await seatsOf(service, id)).toEqual([1, 1, 8]);
  });

  it("is undone to a hold with the time that was left, a minute at least", async () => {
    const place = await aPlace(service);
    const { is_new, ...held } = await service.hold(aRequest(place, 1));
    expect(is_new).toBe(true);
    await service.bind([aBinding(held.uuid, { due_vnd: 250_000 })]);
    await service.confirm([held.uuid], "checkout");
    await service.unbind([held.uuid]);
    expect(await service.findBooking(held.uuid)).toMatchObject({ status: "CONFIRMED" });
    await service.unconfirm([held.uuid]);
    await service.unconfirm([held.uuid]);
    expect(await seatsOf(service, place.departure.id)).toEqual([1, 0, 9]);
    await service.unbind([held.uuid]);
    await service.unbind([held.uuid]);
    const { items, departure, ...after } = (await service.findBooking(held.uuid)) ?? {};
    expect(after).toEqual(held);
    expect(items).toHaveLength(1);
    expect(departure?.held).toBe(1);

    await service.bind([aBinding(held.uuid)]);
    await sql()`UPDATE booking.booking SET hold_expires_at = now() WHERE uuid = ${held.uuid}`;
    await service.unbind([held.uuid]);
    expect(minutesLeft((await service.findBooking(held.uuid))?.expires_at)).toBe(1);
  });

  it("too late gets the seats again when they are still there", async () => {
    const place = await aPlace(service, 2);
    const { uuid } = await service.hold(aRequest(place, 2));
    await service.bind([aBinding(uuid)]);
    await runOut([uuid]);
    const faster = await service.hold(aRequest(place, 1));
    await service.release({ uuid: faster.uuid, actor: "buyer", reason: "removed" });
    expect(await service.confirm([uuid], "checkout")).toMatchObject([{ status: "CONFIRMED" }]);
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 2, 0]);
  });

  it("too late is refused when the host has closed the departure or left since", async () => {
    const [closed, left] = [await aPlace(service), await aPlace(service)];
    const { id } = closed.departure;
    for (const place of [closed, left]) {
      const kept = await service.hold(aRequest(place, 1));
      const late = await service.hold(aRequest(place, 1));
      await service.bind([aBinding(kept.uuid), aBinding(late.uuid)]);
      await runOut([late.uuid]);
      if (place === left) await moveStart(place.departure.id, -1);
      else {
        const host = { id, producer_id: "prdc_host", actor: "host" };
        await service.closeDeparture({ ...host, reason: "weather", note: "" });
      }
      await expect(service.bind([aBinding(late.uuid)])).rejects.toEqual(
        refusal(place === left ? "departure_past" : "departure_closed"),
      );
      await expect(service.confirm([late.uuid], "checkout")).rejects.toEqual(refusal("seats_gone"));
      expect(await service.findBooking(late.uuid)).toMatchObject({ status: "EXPIRED_REFUND" });
      expect(await service.confirm([kept.uuid], "checkout")).toMatchObject([
        { status: "CONFIRMED" },
      ]);
      expect(await seatsOf(service, place.departure.id)).toEqual([0, 1, 9]);
    }
  });

  it("too late is refused when the seats are gone, and says so on the booking", async () => {
    const [full, free] = [await aPlace(service, 2), await aPlace(service, 2)];
    const late = await service.hold(aRequest(full, 2));
    const good = await service.hold(aRequest(free, 1));
    const uuids = [late.uuid, good.uuid];
    await service.bind(uuids.map((uuid) => aBinding(uuid)));
    await runOut([late.uuid]);
    await service.hold(aRequest(full, 1));
    await expect(service.confirm(uuids, "checkout")).rejects.toEqual(refusal("seats_gone"));
    await expect(service.confirm(uuids, "checkout")).rejects.toEqual(refusal("seats_gone"));
    expect(await service.findBooking(late.uuid)).toMatchObject({ status: "EXPIRED_REFUND" });
    expect(await service.findBooking(good.uuid)).toMatchObject({ status: "ON_HOLD" });
    await service.unbind(uuids);
    expect(await service.findBooking(late.uuid)).toMatchObject({
      status: "EXPIRED",
      order_id: null,
    });
    expect(await seatsOf(service, full.departure.id)).toEqual([1, 0, 1]);
  });

  it("goes to one of two that were too late for the same last seats", async () => {
    const place = await aPlace(service, 2);
    const asks = [aRequest(place, 2), aRequest(place, 2)];
    const uuids: string[] = [];
    for (const ask of asks) {
      const { uuid } = await service.hold(ask);
      await service.bind([aBinding(uuid)]);
      await runOut([uuid]);
      uuids.push(uuid);
    }
    const results = await Promise.allSettled(uuids.map((uuid) => service.confirm([uuid], "late")));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 2, 0]);
  });

  it("confirms nothing whose order was undone meanwhile", async () => {
    const place = await aPlace(service);
    const { uuid } = await service.hold(aRequest(place, 1));
    await expect(service.confirm([uuid], "checkout")).rejects.toEqual(refusal("tour_not_bookable"));
  });

  it("cancelled frees the seats at once, and the undo gets them back", async () => {
    const place = await aPlace(service, 3);
    const booking = await aBooking(service, place, 3);
    const which = { order_id: booking.order_id ?? "", actor: "host", reason: "buyer" };
    const before = await service.cancel(which);
    expect(before).toEqual([booking]);
    expect(await service.cancel(which)).toEqual([]);
    expect(await service.findBooking(booking.uuid)).toMatchObject({
      status: "CANCELLED",
      due_vnd: 0,
      cancel_reason: "buyer",
    });
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 0, 3]);
    expect(await service.uncancel(before)).toEqual([]);
    expect(await service.uncancel(before)).toEqual([]);
    expect(await service.findBooking(booking.uuid)).toMatchObject(booking);
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 3, 0]);
  });

  it("cancelled stays so when somebody else has the seats by the time of the undo", async () => {
    const place = await aPlace(service, 3);
    const booking = await aBooking(service, place, 3);
    const before = await service.cancel({ uuid: booking.uuid, actor: "host", reason: "buyer" });
    await service.hold(aRequest(place, 1));
    expect(await service.uncancel(before)).toEqual([booking.uuid]);
    expect(await service.findBooking(booking.uuid)).toMatchObject({ status: "CANCELLED" });
    expect(await seatsOf(service, place.departure.id)).toEqual([1, 0, 2]);
  });

  it("of an order without visits has nothing to cancel, and an unknown booking is not found", async () => {
    const deed = { actor: "host", reason: "buyer" };
    expect(await service.cancel({ ...deed, order_id: "order_of_goods" })).toEqual([]);
    await expect(service.cancel({ ...deed, uuid: randomUUID() })).rejects.toEqual(
      refusal("not_found"),
    );
  });

  it("is announced once, and found when the process died before", async () => {
    const place = await aPlace(service);
    const { uuid } = await aBooking(service, place, 1);
    expect(await service.listUnannounced()).not.toContain(uuid);
    await sql()`UPDATE booking.booking SET confirmed_at = now() - interval '61 seconds'
      WHERE uuid = ${uuid}`;
    expect(await service.listUnannounced()).toContain(uuid);
    expect(await service.markAnnounced(uuid)).toBe(true);
    expect(await service.markAnnounced(uuid)).toBe(false);
    expect(await service.listUnannounced()).not.toContain(uuid);
  });
});
