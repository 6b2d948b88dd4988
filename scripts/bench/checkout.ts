import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { medusa } from "../lib/system";
import { type BenchSystem, printTable } from "./harness";
import { benchWebhooks } from "./webhooks";

type Cost = { cpuMs: number; wallMs: number };

/**
 * A cart of two producers made into a purchase, against Medusa's own workflows for a plain cart of
 * the same lines: medians of rounds that alternate in one process of the built backend.
 */
export async function benchCheckout(system: BenchSystem): Promise<void> {
  const logFile = path.join(mkdtempSync(path.join(tmpdir(), "bench-")), "checkout.log");
  await medusa("The checkout bench", ["exec", "./src/scripts/bench-checkout.js"], {
    env: system.env,
    logFile,
  });
  const line = readFileSync(logFile, "utf8").match(/bench-checkout (\{.*\})/)?.[1];
  if (!line) throw new Error(`The checkout bench said nothing; its log is ${logFile}`);
  const { ours, plain } = JSON.parse(line) as { ours: Cost; plain: Cost };
  printTable("Checkout of two producers' goods, median of 25", [
    { cart: "purchase with two orders", "CPU ms": ours.cpuMs, "wall ms": ours.wallMs },
    { cart: "plain Medusa order", "CPU ms": plain.cpuMs, "wall ms": plain.wallMs },
    {
      cart: "times (at most 2)",
      "CPU ms": (ours.cpuMs / plain.cpuMs).toFixed(2),
      "wall ms": (ours.wallMs / plain.wallMs).toFixed(2),
    },
  ]);
  await benchWebhooks(system);
}
