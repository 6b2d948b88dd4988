import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Settings, Stop } from "../lib/settings";
import { CARDS } from "./cards";
import { type LocalStripe, startLocalStripe } from "./server";

export const WITH_LOCAL_STRIPE = "--with-local-stripe";

/** A simulator that runs beside a started system, and what that system must know of it. */
export type BesideStart = { stripe: LocalStripe; env: NodeJS.ProcessEnv; words: string[] };

/**
 * Starts the simulated Stripe on a free port when `npm start` was asked for it.
 *
 * @throws Stop when a real key of Stripe is set too: nobody should wonder which of both is asked.
 */
export async function besideStart(
  settings: Settings,
  given: { args: string[]; env: NodeJS.ProcessEnv },
): Promise<BesideStart | undefined> {
  if (!given.args.includes(WITH_LOCAL_STRIPE)) return undefined;
  if (given.env.STRIPE_API_KEY) {
    throw new Stop(`STRIPE_API_KEY is set: empty it, or start without ${WITH_LOCAL_STRIPE}.`);
  }
  const secret = `whsec_simulator_${randomBytes(16).toString("hex")}`;
  const stripe = await startLocalStripe({
    port: 0,
    dataDir: settings.dataDir,
    stateFile: path.join(settings.dataDir, "local-stripe", "state.json"),
    target: { url: `http://127.0.0.1:${settings.ports.backend}/hooks/payment/stripe`, secret },
  });
  const env = {
    STRIPE_API_URL: stripe.url,
    STRIPE_API_KEY: "sk_test_simulator",
    STRIPE_PUBLISHABLE_KEY: "pk_test_simulator",
    STRIPE_WEBHOOK_SECRET: secret,
  };
  const words = [
    `Cards go to a SIMULATOR of Stripe (no real money): ${stripe.url}`,
    ...CARDS.slice(0, 5).map(({ number, title }) => `  ${spaced(number)}  ${title}`),
    "  Any date to come, any three digits.",
  ];
  return { stripe, env, words };
}

function spaced(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1 ");
}
