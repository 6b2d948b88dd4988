import { randomUUID } from "node:crypto";
import { runOut } from "../../../integration-tests/booking/moments";
import {
  aBinding,
  aPlace,
  aRequest,
  moveStart,
  seatsOf,
} from "../../../integration-tests/booking/place";
import { ownDatabase } from "../../../integration-tests/database";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import BookingModuleService from "./service";

const fifteenMinutes = 15 * 60_000;

describe("Seats on hold", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-seats", "booking", migrations);

  const refusal = (code: string) => expect.objectContaining({ code });

  it("are taken for a quarter of an hour, with a ticket for each guest", async () => {
    const place = await aPlace(service);
    const party = { [place.adult.id]: 2, [place.child.id]: 1 };
    const held = await service.hold(aRequest(place, 0, { party }));
    expect(held).toMatchObject({
      status: "ON_HOLD",
      pax: 3,
      amount_vnd: 625_000,
      due_vnd: 0,
      extensions: 0,
      producer_id: "prdc_host",
      policy: place.option.policy,
    });
    const lives = (held.expires_at?.getTime() ?? 0) - held.created_at.getTime();
    expect(lives).toBe(fifteenMinutes);
    expect(await seatsOf(service, place.departure.id)).toEqual([3, 0, 7]);
    const found = await service.findBooking(held.uuid);
    expect(found?.items.map(({ kind, price_vnd }) => [kind, price_vnd])).toEqual([
      ["ADULT", 250_000],
      ["ADULT", 250_000],
      ["CHILD", 125_000],
    ]);
    expect(await service.listBookings({ codes: [found?.items[2]?.code ?? ""] })).toEqual([found]);
    expect(await service.listBookings({ cart_ids: [held.cart_id ?? ""] })).toEqual([found]);
  });

  it("are the same when the same is asked again, whatever became of them", async () => {
    const place = await aPlace(service);
    const asked = aRequest(place, 2);
    const held = await service.hold(asked);
    expect(held.is_new).toBe(true);
    const again = await service.hold({ ...asked, uuid: asked.uuid.toUpperCase() });
    expect(again).toEqual({ ...held, is_new: false });
    await service.release({ uuid: held.uuid, actor: "buyer", reason: "removed" });
    expect(await service.hold(asked)).toMatchObject({ status: "CANCELLED", code: held.code });
    const party = { [place.adult.id]: 3 };
    await expect(service.hold({ ...asked, party })).rejects.toEqual(refusal("booking_uuid_taken"));
    await expect(service.hold({ ...asked, cart_id: "cart_other" })).rejects.toEqual(
      refusal("booking_uuid_taken"),
    );
  });

  it("are one booking when one uuid is asked ten times at the same moment", async () => {
    const place = await aPlace(service);
    const other = await aPlace(service);
    const asked = aRequest(place, 2);
    const answers = await Promise.all(Array.from({ length: 10 }, () => service.hold(asked)));
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
    expect(answers.filter(({ is_new }) => is_new)).toHaveLength(1);
    expect(await seatsOf(service, place.departure.id)).toEqual([2, 0, 8]);
    const uuid = randomUUID();
    const both = await Promise.allSettled([
      service.hold(aRequest(place, 1, { uuid })),
      service.hold(aRequest(other, 1, { uuid })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "booking_uuid_taken" } });
  });

  it("go to twenty of forty-eight people who want twenty seats at the same moment", async () => {
    const place = await aPlace(service, 20);
    const wishes = Array.from({ length: 48 }, () => service.hold(aRequest(place, 1)));
    const results = await Promise.allSettled(wishes);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toEqual(refusal("departure_full"));
    }
    expect(await seatsOf(service, place.departure.id)).toEqual([20, 0, 0]);
  });

  it("are refused with the number that is left, and the last ones can be had", async () => {
    const place = await aPlace(service, 5);
    await service.hold(aRequest(place, 3));
    await expect(service.hold(aRequest(place, 3))).rejects.toMatchObject({
      code: "departure_full",
      details: { fields: [{ field: "departure_id", message: "only 2 seats are left" }] },
    });
    await service.hold(aRequest(place, 2));
    await expect(service.hold(aRequest(place, 1))).rejects.toThrow(/no seat is left/);
  });

  it("cannot be had for a party that the tour does not take", async () => {
    const place = await aPlace(service, 20);
    const fault = (field: string, code: string) =>
      expect.objectContaining({
        code: "invalid_fields",
        details: { fields: [expect.objectContaining({ field, code })] },
      });
    const ask = (party: object) => service.hold(aRequest(place, 0, { party }));
    const child = place.child.id;
    await expect(ask({})).rejects.toEqual(fault("units", "party_empty"));
    await expect(ask({ [child]: 1 })).rejects.toEqual(fault(`units.${child}`, "not_accompanied"));
    await expect(ask({ unit_x: 1 })).rejects.toEqual(fault("units.unit_x", "unit_unknown"));
    await expect(ask({ [place.adult.id]: 11 })).rejects.toEqual(fault("units", "party_too_large"));
    await expect(service.hold(aRequest(place, 1, { departure_id: "dep_unknown" }))).rejects.toEqual(
      refusal("not_found"),
    );
  });

  it("cannot be had on a closed departure, after the cut-off, or after the start", async () => {
    const place = await aPlace(service);
    const { id } = place.departure;
    await moveStart(id, 121);
    await service.hold(aRequest(place, 1));
    await moveStart(id, 119);
    await expect(service.hold(aRequest(place, 1))).rejects.toEqual(refusal("departure_too_late"));
    await moveStart(id, -1);
    await expect(service.hold(aRequest(place, 1))).rejects.toEqual(refusal("departure_past"));
    await moveStart(id, 600);
    const host = { id, producer_id: "prdc_host", actor: "host" };
    await service.closeDeparture({ ...host, reason: "weather", note: "" });
    await expect(service.hold(aRequest(place, 1))).rejects.toEqual(refusal("departure_closed"));
    await service.reopenDeparture(host);
    await service.hold(aRequest(place, 1));
  });

  it("are at most three for one cart, also when it asks six times at once", async () => {
    const place = await aPlace(service, 50);
    const cart_id = `cart_${randomUUID()}`;
    const asks = () => service.hold(aRequest(place, 1, { cart_id }));
    const results = await Promise.allSettled(Array.from({ length: 6 }, asks));
    const held = results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(held).toHaveLength(3);
    await expect(asks()).rejects.toEqual(refusal("too_many_holds_in_cart"));
    await runOut([held[0]?.uuid ?? ""]);
    await asks();
    await expect(asks()).rejects.toEqual(refusal("too_many_holds_in_cart"));
    await service.release({ uuid: held[1]?.uuid ?? "", actor: "buyer", reason: "removed" });
    await asks();
    await expect(service.extendHold({ uuid: held[0]?.uuid ?? "", cart_id })).rejects.toEqual(
      refusal("too_many_holds_in_cart"),
    );
  });

  it("are at most six from one address, over all carts and departures", async () => {
    const [one, other] = [await aPlace(service, 50), await aPlace(service, 50)];
    const address = randomUUID();
    const wishes = Array.from({ length: 12 }, (_, index) =>
      service.hold(aRequest(index % 2 ? one : other, 1, { address })),
    );
    const results = await Promise.allSettled(wishes);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(6);
    for (const result of results) {
      if (result.status === "fulfilled") continue;
      expect(result.reason).toEqual(refusal("too_many_holds_from_address"));
    }
    await service.hold(aRequest(one, 1));
  });

  it("are free when their time is over, without anybody sweeping up", async () => {
    const place = await aPlace(service, 4);
    const first = await service.hold(aRequest(place, 3));
    await runOut([first.uuid]);
    expect(await seatsOf(service, place.departure.id)).toEqual([3, 0, 4]);
    await service.hold(aRequest(place, 4));
    expect(await seatsOf(service, place.departure.id)).toEqual([4, 0, 0]);
    expect(await service.findBooking(first.uuid)).toMatchObject({ status: "EXPIRED" });
    const events = await service.listEvents({
      departure_id: place.departure.id,
      limit: 10,
      offset: 0,
    });
    expect(events.map(({ kind, pax, held }) => [kind, pax, held])).toEqual([
      ["held", 4, 4],
      ["expired", -3, 0],
      ["held", 3, 3],
    ]);
  });

  it("can be kept once for another quarter of an hour, by their own cart", async () => {
    const place = await aPlace(service);
    const { uuid, cart_id } = await service.hold(aRequest(place, 2));
    await sql()`UPDATE booking.booking SET expires_at = clock_timestamp() + interval '5 seconds'
      WHERE uuid = ${uuid}`;
    await expect(service.extendHold({ uuid, cart_id: "cart_other" })).rejects.toEqual(
      refusal("not_found"),
    );
    const extended = await service.extendHold({ uuid, cart_id: cart_id ?? "" });
    const left = (extended.expires_at?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(fifteenMinutes - 5_000);
    expect(left).toBeLessThan(fifteenMinutes + 5_000);
    await expect(service.extendHold({ uuid, cart_id: cart_id ?? "" })).rejects.toEqual(
      refusal("extension_used"),
    );
    expect(await seatsOf(service, place.departure.id)).toEqual([2, 0, 8]);
  });

  it("come back after their time when nobody else has taken them", async () => {
    const place = await aPlace(service, 2);
    const cart_id = "cart_slow";
    const { uuid } = await service.hold(aRequest(place, 2, { cart_id }));
    await runOut([uuid]);
    const faster = await service.hold(aRequest(place, 1));
    await expect(service.extendHold({ uuid, cart_id })).rejects.toEqual(refusal("departure_full"));
    await service.release({ uuid: faster.uuid, actor: "buyer", reason: "removed" });
    expect(await service.extendHold({ uuid, cart_id })).toMatchObject({
      status: "ON_HOLD",
      extensions: 1,
    });
    expect(await seatsOf(service, place.departure.id)).toEqual([2, 0, 0]);
  });

  it("are given back once, and not while they are being paid", async () => {
    const place = await aPlace(service);
    const { uuid, cart_id } = await service.hold(aRequest(place, 2));
    const give = { uuid, actor: "buyer", reason: "removed" };
    await service.bind([aBinding(uuid)]);
    expect(await service.release(give)).toBe(false);
    await service.unbind([uuid]);
    expect(await service.release(give)).toBe(true);
    expect(await service.release(give)).toBe(false);
    expect(await service.release({ ...give, uuid: randomUUID() })).toBe(false);
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 0, 10]);
    await expect(service.extendHold({ uuid, cart_id: cart_id ?? "" })).rejects.toEqual(
      refusal("hold_ended"),
    );
  });

  it("know the line of their cart and of no other", async () => {
    const place = await aPlace(service);
    const { uuid, cart_id } = await service.hold(aRequest(place, 2));
    const line = { uuid, cart_id: cart_id ?? "", line_item_id: `cali_${uuid}` };
    expect(await service.attachLine(line)).toMatchObject({ line_item_id: line.line_item_id });
    expect(await service.attachLine({ ...line, line_item_id: "cali_2" })).toMatchObject({
      line_item_id: "cali_2",
    });
    await expect(service.attachLine({ ...line, cart_id: "cart_other" })).rejects.toEqual(
      refusal("not_found"),
    );
  });

  it("are not waited for longer than three seconds", async () => {
    const place = await aPlace(service);
    await sql().begin(async (tx) => {
      await tx`SELECT FROM booking.departure WHERE id = ${place.departure.id} FOR UPDATE`;
      const began = Date.now();
      await expect(service.hold(aRequest(place, 1))).rejects.toEqual(refusal("departure_busy"));
      expect(Date.now() - began).toBeGreaterThan(2_900);
      expect(Date.now() - began).toBeLessThan(6_000);
    });
    expect(await seatsOf(service, place.departure.id)).toEqual([0, 0, 10]);
  });
});
