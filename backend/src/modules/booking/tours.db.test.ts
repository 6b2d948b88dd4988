import { addDays, addMonths, todayInVietnam } from "@cho-lang/shared/calendar";
import { anOption } from "../../../integration-tests/booking/option";
import { aPlace, aRequest } from "../../../integration-tests/booking/place";
import { ownDatabase } from "../../../integration-tests/database";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import BookingModuleService, { type NewTourOption } from "./service";

describe("Tours and their schedules", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-tours", "booking", migrations);
  const today = todayInVietnam(new Date());
  const end = addMonths(today, 18);

  async function anOptionOf(over: Partial<NewTourOption> = {}) {
    const [option] = await service.createOptions([anOption(over)]);
    if (!option) throw new Error("no option");
    return option;
  }
  const departuresOf = (option_id: string, to = end) =>
    service.listDepartures({ option_id, from: today, to });
  const rule = (change: object) => {
    const [first] = anOption().rules;
    if (!first) throw new Error("no rule");
    return { ...first, ...change };
  };

  it("an option is made with its units, in the order given, and found again", async () => {
    const wanted = anOption();
    const [option, second] = await service.createOptions([wanted, { ...wanted, position: 2 }]);
    expect(option).toMatchObject({ title_vi: "Một buổi làm gốm", policy: wanted.policy });
    expect(option?.units.map(({ kind, position }) => [kind, position])).toEqual([
      ["ADULT", 1],
      ["CHILD", 2],
    ]);
    const found = await service.listOptions({ product_ids: [wanted.product_id] });
    expect(found).toEqual([option, second]);
    expect(await service.listOptions({ option_ids: [second?.id ?? ""] })).toEqual([second]);
    expect(await service.listOptions({})).toEqual([]);
    expect(await departuresOf(option?.id ?? "")).toEqual([]);
  });

  it("a broken option takes the good ones with it, and an undo leaves nothing", async () => {
    const good = anOption({ producer_id: "prdc_undo" });
    await expect(
      service.createOptions([good, anOption({ min_party: 5, max_party: 4 })]),
    ).rejects.toThrow();
    expect(await service.listOptions({ producer_id: "prdc_undo" })).toEqual([]);
    const made = await service.createOptions([good]);
    await service.applySchedules({ option_ids: made.map(({ id }) => id), today });
    await service.deleteOptions(made.map(({ id }) => id));
    expect(await service.listOptions({ producer_id: "prdc_undo" })).toEqual([]);
    const place = await aPlace(service);
    await service.hold(aRequest(place, 1));
    await expect(service.deleteOptions([place.option.id])).rejects.toThrow();
  });

  it("departures are made for eighteen months, on the right days, and once only", async () => {
    const option = await anOptionOf();
    const done = await service.applySchedules({ option_ids: [option.id], today });
    const departures = await departuresOf(option.id);
    expect(departures).toHaveLength(done.added);
    expect(departures[0]).toMatchObject({
      local_date: today,
      capacity: 10,
      held: 0,
      seats_left: 10,
      status: "open",
      price_percent: 100,
    });
    expect(departures.at(-1)?.local_date).toBe(end);
    for (const { starts_at, local_date, cutoff_at } of departures) {
      expect(todayInVietnam(starts_at)).toBe(local_date);
      expect(starts_at.getTime() - cutoff_at.getTime()).toBe(120 * 60_000);
    }
    const again = { added: 0, removed: 0, changed: 0, kept: done.added };
    expect(await service.applySchedules({ option_ids: [option.id], today })).toEqual(again);
    const tomorrow = await service.applySchedules({
      option_ids: [option.id],
      today: addDays(today, 1),
    });
    expect(tomorrow).toMatchObject({ removed: 0, changed: 0 });
  });

  it("two runs at the same moment make each departure once", async () => {
    const option = await anOptionOf();
    const run = () => service.applySchedules({ option_ids: [option.id], today });
    const [one, other] = await Promise.all([run(), run()]);
    const departures = await departuresOf(option.id);
    expect(one.added + other.added).toBe(departures.length);
    expect(new Set(departures.map(({ starts_at }) => starts_at.getTime())).size).toBe(
      departures.length,
    );
  });

  it("a changed schedule moves nobody who has booked, and nothing that the host changed", async () => {
    const option = await anOptionOf({
      rules: [rule({ times: ["06:00"], valid_until: addDays(today, 14) })],
    });
    const { id } = option;
    const [adult] = option.units;
    await service.applySchedules({ option_ids: [id], today });
    const [, , held, closed, resized, released] = await departuresOf(id);
    if (!held || !closed || !resized || !released || !adult) throw new Error("no departures");
    const host = { producer_id: option.producer_id, actor: "host" };
    const place = { option, departure: held, adult, child: adult };
    await service.hold(aRequest(place, 1));
    await service.closeDeparture({ ...host, id: closed.id, reason: "holiday", note: "" });
    await service.setCapacity({ ...host, id: resized.id, capacity: 7 });
    const gone = await service.hold(aRequest({ ...place, departure: released }, 1));
    await service.release({ uuid: gone.uuid, actor: "buyer", reason: "removed" });

    await sql()`UPDATE booking.schedule_rule SET capacity = 4 WHERE option_id = ${id}`;
    const changed = await service.applySchedules({ option_ids: [id], today });
    expect(changed).toEqual({ added: 0, removed: 0, changed: 11, kept: 4 });
    const capacities = (await departuresOf(id)).map(({ capacity }) => capacity);
    expect(capacities.slice(0, 7)).toEqual([4, 4, 10, 10, 7, 10, 4]);

    await sql()`UPDATE booking.schedule_rule SET times = '{09:00}' WHERE option_id = ${id}`;
    const moved = await service.applySchedules({ option_ids: [id], today });
    expect(moved).toEqual({ added: 15, removed: 11, changed: 0, kept: 4 });
    const kept = new Set((await departuresOf(id)).map((one) => one.id));
    for (const one of [held, closed, resized, released]) expect(kept).toContain(one.id);
  });

  it("the nightly run goes through every option", async () => {
    for (let count = 0; count < 45; count += 1) {
      await anOptionOf({ rules: [rule({ valid_until: today })] });
    }
    const [{ before } = { before: 0 }] = await sql()<{ before: number }[]>`
      SELECT count(*)::int AS before FROM booking.departure`;
    const done = await service.applySchedules({ today });
    const [{ after } = { after: 0 }] = await sql()<{ after: number }[]>`
      SELECT count(*)::int AS after FROM booking.departure`;
    expect(done.added).toBeGreaterThanOrEqual(90);
    expect(after - before).toBe(done.added - done.removed);
    expect(await service.applySchedules({ today })).toMatchObject({ added: 0, removed: 0 });
  });

  it("a price is changed for one kind of visitor and taken back; bookings keep theirs", async () => {
    const place = await aPlace(service);
    const held = await service.hold(aRequest(place, 2));
    const { product_id } = place.option;
    const before = await service.setUnitPrice({ product_id, kind: "ADULT", price_vnd: 300_000 });
    expect(before).toEqual([{ unit_id: place.adult.id, price_vnd: 250_000 }]);
    const prices = async () =>
      (await service.listOptions({ product_ids: [product_id] }))[0]?.units.map(
        ({ price_vnd }) => price_vnd,
      );
    expect(await prices()).toEqual([300_000, 125_000]);
    expect(await service.findBooking(held.uuid)).toMatchObject({ amount_vnd: 500_000 });
    await service.restoreUnitPrices(before);
    expect(await prices()).toEqual([250_000, 125_000]);
    expect(await service.setUnitPrice({ product_id, kind: "FAMILY", price_vnd: 1 })).toEqual([]);
  });
});
