import { MedusaError } from "@medusajs/framework/utils";
import { type Config, Meilisearch, MeilisearchApiError, MeilisearchError } from "meilisearch";
import { EngineAwayError } from "../../lib/engine-away";
import { keptAlive } from "./http";
import { ENGINE } from "./layout";

export type SearchMeilisearchOptions = {
  /** Address of the server, such as http://127.0.0.1:7700. */
  host: string;
  /** A key that may do what README lists, on the indexes of the catalog only. */
  api_key: string;
  /** Milliseconds after which a question counts as unanswered; 2,000 unless said. */
  timeout_ms?: number;
  /** The clock; tests travel in time with it. */
  now?: () => Date;
};

const READ_MS = 2_000;
/** A batch of documents is a few megabytes, and the server answers when it has them all. */
const WRITE_MS = 30_000;

/** Two clients of one server, which differ in patience; both keep their connections. */
export function makeClients({ host, api_key, timeout_ms = READ_MS }: SearchMeilisearchOptions) {
  const httpClient = keptAlive();
  const config: Config = { host, apiKey: api_key, clientAgents: ["Cho Lang"], httpClient };
  return {
    reading: new Meilisearch({ ...config, timeout: timeout_ms }),
    writing: new Meilisearch({ ...config, timeout: Math.max(WRITE_MS, timeout_ms) }),
  };
}

/** Codes of errors for which the key in our configuration is to blame. */
const KEY_CODES = new Set(["invalid_api_key", "missing_authorization_header"]);

/**
 * Runs a call and says its failure in our words:
 * @throws MedusaError NOT_FOUND for an index that is not there; EngineAwayError when the server
 * can't be reached, is too slow or overloaded, fails, or refuses our key; MedusaError INVALID_DATA
 * with the server's words when it refuses what it was asked.
 */
export async function known<T>(index: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    // What our own HTTP client throws comes wrapped.
    const isWrapped =
      error instanceof MeilisearchError &&
      (error.cause instanceof MeilisearchApiError || error.cause instanceof SyntaxError);
    throw translated(index, isWrapped ? error.cause : error);
  }
}

function translated(index: string, error: unknown): unknown {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const code = error.cause?.code ?? "";
    if (code === "index_not_found") return missing(index);
    if (KEY_CODES.has(code)) {
      return away(`it refuses the key in MEILISEARCH_API_KEY: ${error.message}`, error);
    }
    if (status >= 500 || status === 429 || status === 408 || code === "") {
      return away(`it answers ${status} ${error.message}`, error);
    }
    return refused(error.message);
  }
  // A proxy's page instead of an answer is no JSON.
  if (error instanceof MeilisearchError || error instanceof SyntaxError) {
    return away(reasonOf(error), error);
  }
  return error;
}

/** The innermost message: the outer ones only repeat the address. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? reasonOf(cause) : error.message;
}

export function away(why: string, cause?: unknown): EngineAwayError {
  return new EngineAwayError(ENGINE, why, { cause });
}

export function missing(index: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `The search index "${index}" does not exist`);
}

export function refused(words: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${ENGINE} refuses: ${words}`);
}
