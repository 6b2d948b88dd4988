import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { medusa } from "../lib/system";
import { type BenchSystem, printTable } from "./harness";
import { benchWebhooks } from "./webhooks";

type Cost = { cpuMs: number; wallMs: number };
type Name = "two" | "plainTwo" | "five" | "fivePlain";

/**
 * Carts made into purchases against Medusa's own workflows for plain carts of the same lines, medians
 * of rounds that alternate in one process of the built backend: two producers against one plain
 * order of both lines, and five against five plain orders.
 */
export async function benchCheckout(system: BenchSystem): Promise<void> {
  const logFile = path.join(mkdtempSync(path.join(tmpdir(), "bench-")), "checkout.log");
  await medusa("The checkout bench", ["exec", "./src/scripts/bench-checkout.js"], {
    env: system.env,
    logFile,
  });
  const line = readFileSync(logFile, "utf8").match(/bench-checkout (\{.*\})/)?.[1];
  if (!line) throw new Error(`The checkout bench said nothing; its log is ${logFile}`);
  const { two, plainTwo, five, fivePlain } = JSON.parse(line) as Record<Name, Cost>;
  printTable("Checkout of goods, medians of 25", [
    row("five producers: a purchase with five orders", five),
    row("five plain Medusa checkouts", fivePlain),
    times("times (at most 1)", five, fivePlain),
    row("two producers: a purchase with two orders", two),
    row("one plain Medusa checkout of both lines", plainTwo),
    times("times (at most 2)", two, plainTwo),
  ]);
  await benchWebhooks(system);
}

const row = (cart: string, { cpuMs, wallMs }: Cost) => ({
  cart,
  "CPU ms": cpuMs,
  "wall ms": wallMs,
});

const times = (cart: string, ours: Cost, plain: Cost) => ({
  cart,
  "CPU ms": (ours.cpuMs / plain.cpuMs).toFixed(2),
  "wall ms": (ours.wallMs / plain.wallMs).toFixed(2),
});
