import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(__dirname, "../../..");
/** The schemas of the SDK's types are made on the first start of a version. */
const START_MS = 100_000;

export type SimulatedIntent = {
  id: string;
  status: string;
  amount: number;
  amount_received: number;
  metadata: Record<string, string>;
};
export type SimulatorState = {
  payment_intents: SimulatedIntent[];
  refunds: { id: string; amount: number; status: string; metadata: Record<string, string> }[];
  disputes: { id: string; status: string }[];
  events: { id: string; type: string; data: { object: { id: string } } }[];
  requests: { method: string; path: string; idempotency_key?: string; fault?: string }[];
};

/**
 * Starts the simulated Stripe as a process of its own; `end` it in the end.
 *
 * @param port any free one when missing.
 */
export async function startSimulator(port = 0) {
  const main = path.join(root, "scripts/local-stripe/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main, "--port", String(port)], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return {
    url,
    options: { api_key: "sk_test_simulator", api_url: url },
    /** Does what scripts/local-stripe/control.ts lists. */
    tell: (name: string, body: object = {}) => ask(url, name, "POST", body),
    state: async () => (await ask(url, "state", "GET")) as unknown as SimulatorState,
    end: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export type Simulator = Awaited<ReturnType<typeof startSimulator>>;

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The simulator did not start.")), START_MS);
    let text = "";
    child.stdout?.on("data", (part: Buffer) => {
      text += part.toString();
      if (!text.includes("\n")) return;
      clearTimeout(timer);
      resolve((JSON.parse(text) as { url: string }).url);
    });
    child.once("exit", (code) => reject(new Error(`The simulator ended with ${code}.`)));
  });
}

async function ask(url: string, name: string, method: "GET" | "POST", body?: object) {
  const answer = await fetch(`${url}/_simulator/${name}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as Record<string, unknown>;
}
