import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerApi } from "./answer-api";
import { bodyOf, send } from "./answers";
import { ApiError } from "./api-error";
import { control, type Parts } from "./control";
import { Faults } from "./faults";
import { authenticate } from "./intents";
import { bankPage, homePage, returnAddress } from "./pages";
import { openSchemas } from "./schemas";
import { Store } from "./store";
import { type Target, Webhooks } from "./webhooks";

export type LocalStripe = {
  /** Such as http://127.0.0.1:12111: STRIPE_API_URL. */
  url: string;
  webhooks: Webhooks;
  close(): Promise<void>;
};

/**
 * Starts a simulated Stripe on this machine's loopback address. It keeps state as Stripe does,
 * refuses what Stripe's own types do not know, and marks everything as SIMULATOR.
 *
 * @param options.port 0 for any free one.
 * @param options.dataDir where the schemas are kept.
 * @param options.stateFile where the state is kept from one start to the next; in memory without.
 */
export async function startLocalStripe(options: {
  port: number;
  dataDir: string;
  stateFile?: string;
  target?: Target;
}): Promise<LocalStripe> {
  const store = new Store(options.stateFile);
  const webhooks = new Webhooks();
  webhooks.aim(options.target);
  store.onEvent = (event) => webhooks.take(event);
  const check = await openSchemas(options.dataDir);
  const parts: Parts = { store, faults: new Faults(), webhooks, requests: [], base: "" };
  const server = createServer((request, response) => {
    answer(parts, check, request, response).catch((error) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) send(response, 400, "text/plain", `SIMULATOR: ${message}`);
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  parts.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: parts.base,
    webhooks,
    close: () =>
      new Promise((resolve) => {
        webhooks.close();
        store.flush();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const script = new URL("./stripe-v3.js", import.meta.url);

async function answer(
  parts: Parts,
  check: Awaited<ReturnType<typeof openSchemas>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET" } = request;
  const url = new URL(request.url ?? "/", parts.base);
  if (url.pathname.startsWith("/v1/")) {
    return answerApi({ parts, check, request, response, url });
  }
  if (url.pathname === "/v3/") {
    return send(response, 200, "text/javascript", readFileSync(script, "utf8"));
  }
  if (url.pathname === "/" || url.pathname === "/_simulator") {
    return send(response, 200, "text/html", homePage(parts.store));
  }
  if (url.pathname.startsWith("/_simulator/3ds/")) {
    return answerBank(parts, request, response, url.pathname.slice("/_simulator/3ds/".length));
  }
  const name = url.pathname.replace("/_simulator/", "");
  try {
    const done = await control(parts, { method, name, body: await bodyOf(request) });
    const body = JSON.stringify(done?.answer ?? { message: "SIMULATOR: there is no such deed" });
    send(response, done ? 200 : 404, "application/json", body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    send(response, error.status, "application/json", JSON.stringify({ error: error.body }));
  }
}

async function answerBank(
  { store }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const intent = store.intents.get(id);
  const return_url = intent?.next_action?.redirect_to_url.return_url;
  if (!intent || !return_url) {
    return send(response, 404, "text/plain", "SIMULATOR: this payment asks for nothing here.");
  }
  if (request.method !== "POST") return send(response, 200, "text/html", bankPage(intent));
  const outcome = new URLSearchParams(await bodyOf(request)).get("outcome");
  authenticate(store, intent, outcome === "complete");
  send(response, 303, "text/plain", "", { location: returnAddress(intent, return_url) });
}
