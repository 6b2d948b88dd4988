import type { LocalDate } from "@cho-lang/shared/calendar";
import { inTransaction } from "../../lib/sql";
import { newId } from "./ids";
import { change } from "./rows";
import { planSchedule, type SchedulePlan, scheduleSpan, wantedDepartures } from "./rules";
import type { NewTourOption, Option, ScheduleRule, Unit } from "./tables";
import * as queries from "./tour-queries";

/** Options whose departures are brought up to date at once. */
const BATCH = 20;

export type OptionWithUnits = Option & { units: Unit[] };
/** How many departures an update of the schedule added, removed, changed and left alone. */
export type ScheduleChanges = { added: number; removed: number; changed: number; kept: number };

/** Groups rows by the option that they belong to. */
function byOption<Row extends { option_id: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.option_id);
    if (group) group.push(row);
    else groups.set(row.option_id, [row]);
  }
  return groups;
}

async function withUnits(options: Option[]): Promise<OptionWithUnits[]> {
  if (options.length === 0) return [];
  const units = byOption(await queries.selectUnits(options.map(({ id }) => id)));
  return options.map((option) => ({ ...option, units: units.get(option.id) ?? [] }));
}

export async function listOptions(by: Parameters<typeof queries.selectOptions>[0]) {
  return withUnits(await queries.selectOptions(by));
}

/** Makes options with their units and rules, all or none; no departures yet. */
export async function createOptions(given: NewTourOption[]): Promise<OptionWithUnits[]> {
  if (given.length === 0) return [];
  const units: Unit[] = [];
  const rules: ScheduleRule[] = [];
  const options = given.map((one) => {
    const { units: itsUnits, rules: itsRules, ...columns } = one;
    const option_id = newId("opt");
    itsUnits.forEach((unit, index) => {
      units.push({ ...unit, id: newId("unit"), option_id, position: index + 1 });
    });
    itsRules.forEach((rule, index) => {
      rules.push({ ...rule, id: newId("rule"), option_id, position: index + 1 });
    });
    return { ...columns, id: option_id };
  });
  const made = await inTransaction((tx) => queries.insertOptions(tx, { options, units, rules }));
  const unitsOf = byOption(units);
  return made.map((option) => ({ ...option, units: unitsOf.get(option.id) ?? [] }));
}

/** The undo of `createOptions`; fails where somebody has booked since. */
export async function deleteOptions(ids: string[]): Promise<void> {
  await inTransaction((tx) => queries.deleteOptions(tx, ids));
}

/**
 * Makes the departures of some options, or of all, match their rules for the coming months. A
 * departure that anybody has touched stays as it is. A repeat changes nothing; two runs at a time
 * do no harm.
 */
export async function applySchedules(input: {
  option_ids?: string[] | undefined;
  today: LocalDate;
}): Promise<ScheduleChanges> {
  const total = { added: 0, removed: 0, changed: 0, kept: 0 };
  const add = async (options: Option[]) => {
    const done = await applyBatch(options, input.today);
    for (const key of ["added", "removed", "changed", "kept"] as const) total[key] += done[key];
  };
  if (input.option_ids) {
    for (let start = 0; start < input.option_ids.length; start += BATCH) {
      const option_ids = input.option_ids.slice(start, start + BATCH);
      await add(await queries.selectOptions({ option_ids }));
    }
    return total;
  }
  for (let after = ""; ; ) {
    const options = await queries.selectOptionsAfter(after, BATCH);
    if (options.length > 0) await add(options);
    if (options.length < BATCH) return total;
    after = options.at(-1)?.id ?? after;
  }
}

async function applyBatch(options: Option[], today: LocalDate): Promise<ScheduleChanges> {
  const span = scheduleSpan(today);
  const ids = options.map(({ id }) => id);
  const rules = byOption(await queries.selectRules(ids));
  const standing = byOption(await queries.selectStanding(ids, span));
  const plans = options.map((option) =>
    planSchedule(
      standing.get(option.id) ?? [],
      wantedDepartures(option, rules.get(option.id) ?? [], span),
    ),
  );
  return carryOut({
    add: plans.flatMap((plan) => plan.add),
    change: plans.flatMap((plan) => plan.change),
    remove: plans.flatMap((plan) => plan.remove),
    kept: plans.reduce((sum, plan) => sum + plan.kept, 0),
  });
}

/** Whoever is touched between plan and deed is left alone, and counted as kept. */
async function carryOut(plan: SchedulePlan): Promise<ScheduleChanges> {
  return change(async (tx) => {
    const wanted = [...plan.remove, ...plan.change.map(({ id }) => id)];
    const idle = new Set(wanted.length > 0 ? await queries.lockIdle(tx, wanted) : []);
    const removable = plan.remove.filter((id) => idle.has(id));
    const changeable = plan.change.filter(({ id }) => idle.has(id));
    const removed = removable.length > 0 ? await queries.deleteUntouched(tx, removable) : 0;
    const changed = changeable.length > 0 ? await queries.updateUntouched(tx, changeable) : 0;
    const added = plan.add.length > 0 ? await queries.insertDepartures(tx, plan.add) : 0;
    const kept = plan.kept + wanted.length - removed - changed + plan.add.length - added;
    return { added, removed, changed, kept };
  });
}

export const setUnitPrice = queries.updateUnitPrice;
export const restoreUnitPrices = queries.restoreUnitPrices;
