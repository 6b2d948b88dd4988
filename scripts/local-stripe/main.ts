import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../lib/settings";
import { startLocalStripe } from "./server";

/**
 * The simulated Stripe as a process of its own, for tests: prints its address as one line of JSON
 * and ends with the process that started it.
 */
const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, data: { type: "string" } },
});
const stripe = await startLocalStripe({
  port: Number(values.port),
  dataDir: values.data ?? path.join(root, ".data"),
});
console.log(JSON.stringify({ simulator: true, url: stripe.url }));
const end = () => stripe.close().then(() => process.exit(0));
process.on("SIGTERM", end);
process.on("SIGINT", end);
process.stdin.on("end", end);
process.stdin.resume();
