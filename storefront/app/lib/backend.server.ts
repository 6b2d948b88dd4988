import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type { Language } from "@cho-lang/shared/language";
import { env } from "./env.server";
import { visitorAddress } from "./visitor.server";

/** How long one call to the backend may take, in milliseconds. */
export const BACKEND_TIMEOUT_MS = 5000;

/** The locale under which the backend keeps each language's content. */
const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-US" };

export type BackendOptions = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  language?: Language;
  /** Empty and undefined values are left out; an array repeats its name. */
  query?: Record<string, QueryValue | readonly QueryValue[]> | URLSearchParams;
  /** A customer's or producer's token. */
  token?: string | undefined;
  /** Ends the call when the visitor goes away. */
  signal?: AbortSignal;
  /** For the few deeds that rightly take longer than a page may. */
  timeoutMs?: number;
};
type QueryValue = string | number | boolean | undefined;

/**
 * The backend refused or could not be asked.
 *
 * `status` is its HTTP status, or 503 when it could not be reached. `code` is the stable
 * snake_case name that phrases are chosen by; `message` is English and for logs. `fields` holds
 * the code of each faulty input by its name; `lines` the cart lines that cannot be bought.
 */
export class BackendError extends Error {
  override name = "BackendError";
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly lines: NonNullable<Refusal["lines"]>;
  /** Seconds to wait, when the backend said so (429). */
  readonly retryAfterSeconds: number | null;

  constructor(facts: {
    status: number;
    code: string;
    message: string;
    fields?: Record<string, string>;
    lines?: NonNullable<Refusal["lines"]>;
    retryAfterSeconds?: number | null;
    cause?: unknown;
  }) {
    super(facts.message, { cause: facts.cause });
    this.status = facts.status;
    this.code = facts.code;
    this.fields = facts.fields ?? {};
    this.lines = facts.lines ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }
}

/**
 * The one door to the backend: adds the publishable key, the language and a deadline, and gives
 * the answer's JSON. The caller names the shape, which a contract in shared defines.
 *
 * @throws BackendError when the answer is not 2xx, is no JSON, or does not come in time.
 */
export async function backend<T>(path: string, options: BackendOptions = {}): Promise<T> {
  const { method = "GET", body, language = "vi", query, token, signal } = options;
  const { timeoutMs = BACKEND_TIMEOUT_MS } = options;
  const headers = new Headers({
    accept: "application/json",
    "accept-language": language,
    "x-medusa-locale": LOCALES[language],
    "x-publishable-api-key": env().publishableKey,
  });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (token) headers.set("authorization", `Bearer ${token}`);
  const visitor = visitorAddress.getStore();
  if (visitor) headers.set("x-forwarded-for", visitor);
  const deadline = AbortSignal.timeout(timeoutMs);
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${env().backendUrl}${path}${queryText(query)}`, {
      method,
      headers,
      signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    throw new BackendError({
      status: 503,
      code: deadline.aborted ? "backend_slow" : "backend_unreachable",
      message: `${method} ${path} got no answer from the backend.`,
      cause,
    });
  }
  const answer = parseJson(text);
  if (!response.ok) throw refusal(`${method} ${path}`, response, answer);
  // Medusa answers "Created" where there is nothing to tell.
  const isPlain = response.headers.get("content-type")?.startsWith("text/plain");
  if (answer === undefined && text !== "" && !isPlain) {
    throw new BackendError({
      status: 502,
      code: "backend_unreadable",
      message: `${method} ${path} answered with something that is not JSON.`,
    });
  }
  return answer as T;
}

/** `null` in place of the 404 that a lookup by name may give; every other refusal is thrown. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && error.status === 404) return null;
    throw error;
  }
}

function queryText(query: BackendOptions["query"]): string {
  if (!query) return "";
  const params = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams)) {
    for (const [name, given] of Object.entries(query)) {
      for (const value of Array.isArray(given) ? given : [given]) {
        if (value !== undefined && value !== "") params.append(name, String(value));
      }
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(call: string, { status, headers }: Response, answer: unknown): BackendError {
  const facts = (isRecord(answer) ? answer : {}) as Partial<Refusal>;
  const fields = Array.isArray(facts.fields) ? facts.fields : [];
  return new BackendError({
    status,
    code: facts.code ?? facts.type ?? "refused",
    message: `${call}: ${status} ${facts.message ?? ""}`.trim(),
    fields: Object.fromEntries(fields.map((fault) => [fault.field, fault.code])),
    lines: Array.isArray(facts.lines) ? facts.lines : [],
    retryAfterSeconds: Number(headers.get("retry-after")) || null,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
