import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { bodyOf, send } from "./answers";
import { browserDeed, expanded, type Found, findRoute } from "./api";
import { ApiError } from "./api-error";
import type { Parts } from "./control";
import type { Fault } from "./faults";
import { type Form, parseForm } from "./form";
import type { Check } from "./schemas";
import { newId } from "./store";

const MOST_REQUESTS = 1000;

type Answer = { status: number; body: string; isReplayed?: boolean };

type Call = {
  parts: Parts;
  check: Check;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
};

/** Answers one request to /v1: key, faults, idempotency, parameters, deed, in this order. */
export async function answerApi(call: Call): Promise<void> {
  const { parts, request, response, url } = call;
  const method = request.method ?? "GET";
  const form = parseForm(method === "GET" ? url.search.slice(1) : await bodyOf(request));
  const key = keyOf(request, form);
  const fault = key.startsWith("sk_") ? parts.faults.take(method, url.pathname) : undefined;
  const note = {
    method,
    path: url.pathname,
    idempotency_key: idempotencyKey(request),
    fault: fault?.kind,
  };
  parts.requests.push(note);
  if (parts.requests.length > MOST_REQUESTS) parts.requests.shift();
  if (fault?.kind === "drop_before") return drop(request);
  const answer = await answerOnce(call, { method, form, key, fault });
  if (fault?.kind === "drop_after") return drop(request);
  send(response, answer.status, "application/json", answer.body, {
    "request-id": newId("req"),
    ...(answer.isReplayed ? { "idempotent-replayed": "true" } : {}),
    // As Stripe says of its 500: asking again under the same key brings the same answer.
    ...(answer.status >= 500 ? { "stripe-should-retry": "false" } : {}),
  });
}

function drop(request: IncomingMessage): void {
  request.socket.destroy();
}

function idempotencyKey(request: IncomingMessage): string | undefined {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" ? key : undefined;
}

/** The API key: of the header, or a publishable one among the fields, as Stripe.js sends it. */
function keyOf(request: IncomingMessage, form: Form): string {
  const header = request.headers.authorization ?? "";
  const given = header.startsWith("Bearer ") ? header.slice("Bearer ".length) : form.key;
  const { key: _, ...rest } = form;
  if (given === form.key) {
    for (const name of Object.keys(form)) delete form[name];
    Object.assign(form, rest);
  }
  return typeof given === "string" ? given : "";
}

type Asked = { method: string; form: Form; key: string; fault: Fault | undefined };

/** Repeats the answer of a key that was used before, or does the deed and keeps its answer. */
async function answerOnce(call: Call, asked: Asked): Promise<Answer> {
  const { parts, request, url } = call;
  const name = asked.method === "POST" ? idempotencyKey(request) : undefined;
  const content = JSON.stringify([asked.method, url.pathname, asked.form]);
  const fingerprint = createHash("sha256").update(content).digest("hex");
  const before = name === undefined ? undefined : parts.store.keys.get(name);
  if (name !== undefined && before) {
    if (before.fingerprint !== fingerprint) return told(reused(name));
    if (before.answer === null) return told(underWay(name));
    return { ...before.answer, isReplayed: true };
  }
  const kept = { fingerprint, answer: null as null | { status: number; body: string } };
  if (name !== undefined) parts.store.keys.set(name, kept);
  if (asked.fault?.kind === "slow") await wait(asked.fault.delay_ms);
  const { answer, isKept } = run(call, asked);
  if (name !== undefined && isKept) kept.answer = answer;
  else if (name !== undefined) parts.store.keys.delete(name);
  parts.store.touch();
  return answer;
}

function run(call: Call, asked: Asked): { answer: Answer; isKept: boolean } {
  const { parts, url } = call;
  try {
    if (asked.fault?.kind === "error_500") throw serverError();
    const done = deedOf(call, asked)();
    if (asked.fault?.kind === "error_500_after") throw serverError();
    const body = JSON.stringify(expanded(parts.store, done, asked.form), null, 2);
    return { answer: { status: 200, body }, isKept: true };
  } catch (error) {
    const failure =
      error instanceof ApiError
        ? error
        : new ApiError(500, {
            type: "api_error",
            message: `SIMULATOR at ${url.pathname}: ${error instanceof Error ? error.stack : error}`,
          });
    return { answer: told(failure), isKept: failure.isKept };
  }
}

/** Finds and checks before anything is done, so that a malformed request keeps no answer. */
function deedOf({ parts, check, url }: Call, { method, form, key }: Asked): () => object {
  const { store, base } = parts;
  const path = url.pathname;
  if (key.startsWith("pk_")) {
    return () => browserDeed(store, { method, path, params: form, base });
  }
  if (!key.startsWith("sk_")) throw noKey();
  const { params: name, deed, id }: Found = findRoute(method, path);
  const params = check(name, form);
  return () => deed({ store, id, params, base });
}

function told({ status, body }: ApiError): Answer {
  return { status, body: JSON.stringify({ error: body }, null, 2) };
}

function serverError(): ApiError {
  return new ApiError(500, { type: "api_error", message: "SIMULATOR: a failure on demand" });
}

function noKey(): ApiError {
  const message = "You did not provide an API key that begins with sk_ or pk_.";
  return new ApiError(401, { type: "invalid_request_error", message }, false);
}

function reused(name: string): ApiError {
  return new ApiError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${name}' if you meant to execute a different request.`,
  });
}

function underWay(name: string): ApiError {
  return new ApiError(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key: ${name}.`,
  });
}
