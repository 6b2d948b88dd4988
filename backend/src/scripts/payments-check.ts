import { setTimeout as sleep } from "node:timers/promises";
import {
  addDays,
  parseLocalDate,
  startOfDayInVietnam,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import { MONEY_DIFFERENCE_LABELS } from "@cho-lang/shared/domain/money-check";
import { formatNumber } from "@cho-lang/shared/money";
import type { ExecArgs } from "@medusajs/framework/types";
import { env } from "../lib/env";
import {
  differencesOf,
  type MoneyDay,
  type MoneyDifference,
  moneyDays,
  type PurchaseMoney,
  stripeDifferences,
} from "../lib/payment-check";
import { closeSql } from "../lib/sql";
import { takenIntents } from "../modules/payment-stripe";
import {
  type Days,
  existingPurchases,
  leftOpenDifferences,
  moneyOf,
  transferDifferences,
} from "../reports/payment-check";

/** Days that are looked at unless said otherwise, today included. */
const DAYS = 31;
/** Rows are written one after another: what is being written now agrees after this pause. */
const PAUSE_MS = 5000;

/**
 * Compares what providers took and gave back with the books and with the orders, by day and way to
 * pay, prints a line for each and names every row that contradicts another. With STRIPE_API_KEY
 * Stripe itself is asked too. A difference counts when it is still there after a pause. Run by
 * `medusa exec`, with `--from 2026-11-01 --to 2026-11-30` for other days.
 *
 * @throws Error when there is a difference, so that the process ends with another code than 0.
 */
export default async function paymentsCheck({ args }: ExecArgs): Promise<void> {
  const days = wantedDays([...args, ...process.argv]);
  let { purchases, differences } = await look(days);
  if (differences.length > 0) {
    await sleep(PAUSE_MS);
    const before = new Set(differences.map(sentence));
    ({ purchases, differences } = await look(days));
    differences = differences.filter((one) => before.has(sentence(one)));
  }
  await closeSql();
  say(`Payments from ${days.from} to ${days.to}, in đồng`);
  table(moneyDays(purchases));
  if (!env.STRIPE_API_KEY) say("Stripe was not asked: STRIPE_API_KEY is not set.");
  if (differences.length === 0) {
    say(`${purchases.length} purchases: no difference.`);
    return;
  }
  for (const one of differences) say(sentence(one));
  throw new Error(`Payments differ in ${differences.length} places; each is named above.`);
}

async function look(days: Days) {
  const purchases = await moneyOf(days);
  const differences = [
    ...purchases.flatMap(differencesOf),
    ...(await transferDifferences(days)),
    ...(await leftOpenDifferences(days)),
    ...(env.STRIPE_API_KEY ? await askStripe(days, purchases) : []),
  ];
  return { purchases, differences };
}

async function askStripe(
  { from, to }: Days,
  purchases: PurchaseMoney[],
): Promise<MoneyDifference[]> {
  // A payment is begun before it is paid, also before midnight.
  const told = await takenIntents({
    from: startOfDayInVietnam(addDays(from, -1)),
    to: startOfDayInVietnam(addDays(to, 1)),
  });
  const known = await existingPurchases(told.map(({ purchase_id }) => purchase_id));
  return stripeDifferences(purchases, told, (id) => known.has(id));
}

function wantedDays(args: string[]): Days {
  const given = (name: string) => {
    const text = args.includes(name) ? (args[args.indexOf(name) + 1] ?? "") : null;
    if (text === null) return null;
    const day = parseLocalDate(text);
    if (!day) throw new Error(`${name} needs a day such as 2026-11-22.`);
    return day;
  };
  const to = given("--to") ?? todayInVietnam(new Date());
  return { from: given("--from") ?? addDays(to, 1 - DAYS), to };
}

const HEAD = ["day", "paid by", "provider", "back", "books", "back", "orders", "back", "waiting"];
const WIDTHS = [10, 7, 14, 12, 14, 12, 14, 12, 12];

function table(days: MoneyDay[]): void {
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0)))
      .join(" ");
  const amount = (vnd: number | null) => (vnd === null ? "–" : formatNumber(vnd, "en"));
  say(line(HEAD));
  for (const day of days) {
    const amounts = [
      day.provider_in_vnd,
      day.provider_out_vnd,
      day.books_in_vnd,
      day.books_out_vnd,
      day.orders_in_vnd,
      day.orders_out_vnd,
      day.waiting_vnd,
    ].map(amount);
    say(line([day.day, day.method, ...amounts]));
  }
}

function sentence({
  day,
  method,
  subject,
  kind,
  found_vnd,
  expected_vnd,
}: MoneyDifference): string {
  const amounts = `${formatNumber(found_vnd, "en")}, not ${formatNumber(expected_vnd, "en")}`;
  return `DIFFERENCE ${day} ${method} ${subject}: ${MONEY_DIFFERENCE_LABELS[kind].en}: ${amounts}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
