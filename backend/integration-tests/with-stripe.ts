import { execFileSync } from "node:child_process";
import { startSimulator } from "./stripe/simulator";

/**
 * Imported first, before anything that reads the configuration: this file's backend takes cards,
 * through the simulator that `openStripe` starts.
 */
const freePort = `const s = require("net").createServer().listen(0, "127.0.0.1", () => {
  console.log(s.address().port); s.close(); });`;
const port = Number(execFileSync(process.execPath, ["-e", freePort], { encoding: "utf8" }));

export const WEBHOOK_SECRET = "whsec_of_the_simulator";
process.env.STRIPE_API_KEY = "sk_test_simulator";
process.env.STRIPE_PUBLISHABLE_KEY = "pk_test_simulator";
process.env.STRIPE_WEBHOOK_SECRET = WEBHOOK_SECRET;
process.env.STRIPE_API_URL = `http://127.0.0.1:${port}`;

/** Starts the simulator at the address that the backend was told. */
export const openStripe = () => startSimulator(port);
