import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ServerError } from "./errors";
import { type Answer, type Asked, answerOf } from "./routes";
import { makeStore, type Store } from "./store";
import type { TaskControl } from "./tasks";

export const API_KEY = "strict-server-master-key";

/** What goes wrong, from the next request on; set by tests while the server runs. */
export type Control = TaskControl & {
  /** Milliseconds before each answer. */
  delay_ms: number;
  /** Answered to every request. */
  error: { status: number; code: string; message: string } | null;
  /** Connections are cut without an answer. */
  hangs_up: boolean;
  /** Which requests the three above are about; all unless set. */
  concerns: ((request: { method: string; path: string }) => boolean) | null;
  /** Loses an index at once, as a server does whose disk was replaced. */
  loseIndex(uid: string): void;
  /** Everything is well again; what is stored stays. */
  calm(): void;
};

export type MeilisearchServer = {
  host: string;
  api_key: string;
  /** All requests so far, in order. */
  requests: { method: string; path: string; body: unknown }[];
  control: Control;
  /** When all writes so far are applied, or have failed. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

/**
 * A small Meilisearch in memory, for tests: only the routes, fields, settings and filters that the
 * shop uses, with the answers and errors of Meilisearch 1.50, and a refusal for everything else.
 * Searching by words isn't played, because the shop meets words by filters. Pass `port` to bring
 * back a server that was closed, empty, at its address.
 */
export async function startMeilisearchServer({ port = 0 } = {}): Promise<MeilisearchServer> {
  const requests: MeilisearchServer["requests"] = [];
  const calm = {
    delay_ms: 0,
    error: null,
    hangs_up: false,
    concerns: null,
    task_ms: 0,
    task_error: null,
  };
  const control: Control = {
    ...calm,
    loseIndex: (uid) => void store.indexes.delete(uid),
    calm: () => void Object.assign(control, calm),
  };
  const store = makeStore(control);
  const server = createServer((request, response) => {
    void handle(request, response, { store, control, requests });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${address.port}`,
    api_key: API_KEY,
    requests,
    control,
    idle: () => store.tasks.idle(),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Context = Pick<MeilisearchServer, "control" | "requests"> & { store: Store };

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { store, control, requests }: Context,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const method = request.method ?? "GET";
  const path = decodeURIComponent(url.pathname);
  const text = await textOf(request);
  requests.push({ method, path, body: parsed(text) });
  if (control.concerns === null || control.concerns({ method, path })) {
    await sleep(control.delay_ms);
    if (control.hangs_up) {
      request.socket.destroy();
      return;
    }
    if (control.error) {
      const { code, message, status } = control.error;
      return send(response, status, new ServerError(code, message, status, "internal").body());
    }
  }
  const { status, body } = answered(() => {
    authorize(request, path);
    return answerOf(store, { method, path, params: url.searchParams, ...read(request, text) });
  });
  send(response, status, body);
}

function answered(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    return { status: error.status, body: error.body() };
  }
}

function authorize({ headers }: IncomingMessage, path: string): void {
  if (path === "/health") return;
  const given = headers.authorization;
  if (given === undefined) {
    throw new ServerError(
      "missing_authorization_header",
      "The Authorization header is missing. It must use the bearer authorization method.",
      401,
      "auth",
    );
  }
  if (given !== `Bearer ${API_KEY}`) {
    throw new ServerError("invalid_api_key", "The provided API key is invalid.", 403, "auth");
  }
}

/** The body, which must be JSON where there is one. */
function read({ headers }: IncomingMessage, text: string): Pick<Asked, "body"> {
  if (text === "") return { body: undefined };
  const type = headers["content-type"] ?? "";
  if (type !== "application/json") {
    const message = `The Content-Type \`${type}\` is invalid. Accepted values for the Content-Type header are: \`application/json\``;
    throw new ServerError("invalid_content_type", message, 415);
  }
  const body = parsed(text);
  if (body === undefined) {
    throw new ServerError("malformed_payload", "The json payload provided is malformed.");
  }
  return { body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json" }).end(text);
}
