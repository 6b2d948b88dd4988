import type { SearchEngine, SearchEngineState } from "@cho-lang/shared/contracts/operator-search";
import { logger } from "@medusajs/framework/logger";
import { MedusaError } from "@medusajs/framework/utils";
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
  TimeoutStrategy,
  timeout,
} from "cockatiel";
import { type CatalogLag, catalogLags } from "../reports/catalog-lag";
import { EngineAwayError } from "./engine-away";
import { env } from "./env";

/** How long a shopper waits for Meilisearch before PostgreSQL answers. */
export const DEADLINE_MS = 400;
/** Failures in a row after which Meilisearch is left alone for a while. */
export const FAILURES = 3;
/** First and longest pause before one shopper's search tries it again. */
const PAUSE = { initialDelay: 1000, maxDelay: 30_000 };
/** An index whose oldest waiting change is older answers with yesterday's prices. */
export const BEHIND_SECONDS = 30;
const POLL_MS = 1000;
const WARN_MS = 30_000;

const standIn = "search-postgres";
const first = "search-meilisearch";

export type Problem = NonNullable<SearchEngineState["problem"]>;
export type Choice<T> = { answer: T; engine: SearchEngine; degraded: boolean };
export type EngineView = { engine: SearchEngine; serves: boolean; problem: Problem | null };

type Lag = Pick<CatalogLag, "engine" | "behind_seconds" | "version" | "is_whole" | "is_away">;

/** What a chooser looks at and how patient it is; tests give their own. */
export type ChooserOptions = {
  isConfigured: () => boolean;
  lags: () => Promise<readonly Lag[]>;
  /** Hears why the stand-in answers, at most twice a minute. */
  warn: (message: string) => void;
  deadline_ms?: number;
  pause?: { initialDelay: number; maxDelay: number };
};

/**
 * Asks Meilisearch where it is configured, healthy, whole and fresh, and PostgreSQL otherwise. What
 * is known of the queue is at most about a second old and is never read while a shopper waits.
 */
export class EngineChooser {
  readonly #options: ChooserOptions;
  readonly #breaker: CircuitBreakerPolicy;
  #lag: Lag | null = null;
  #polling: Promise<void> | null = null;
  #hasPolled = false;
  #lastFailure: Problem = "resting";
  #warnAfter = 0;

  constructor(options: ChooserOptions) {
    this.#options = options;
    this.#breaker = circuitBreaker(
      handleWhen((error) => !isRefusal(error)),
      {
        halfOpenAfter: new ExponentialBackoff({
          ...(options.pause ?? PAUSE),
          generator: noJitterGenerator,
        }),
        breaker: new ConsecutiveBreaker(FAILURES),
      },
    );
  }

  /**
   * Asks the engine that should answer now, and the stand-in where that one can't.
   * @throws what the stand-in throws; a query that is wrong by itself is refused by both.
   */
  async ask<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<Choice<T>> {
    if (!this.#options.isConfigured()) {
      return { answer: await ask(standIn), engine: standIn, degraded: false };
    }
    // Only the very first question of a process waits for the state of the queue.
    if (!this.#hasPolled) await this.#poll();
    // While one search tries whether the engine is back, the others don't wait for how that ends.
    const isTried = this.#breaker.state === CircuitState.HalfOpen;
    if (!isTried && lagProblem(this.#lag) === null) {
      try {
        return { answer: await this.#askFirst(ask), engine: first, degraded: false };
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) this.#note(error);
      }
    }
    return { answer: await ask(standIn), engine: standIn, degraded: true };
  }

  /** Each configured engine as this process sees it, the one that should answer first. */
  async views(): Promise<{ degraded: boolean; engines: EngineView[] }> {
    if (!this.#options.isConfigured()) {
      return { degraded: false, engines: [{ engine: standIn, serves: true, problem: null }] };
    }
    if (!this.#hasPolled) await this.#poll();
    const problem = this.#problem();
    return {
      degraded: problem !== null,
      engines: [
        { engine: first, serves: problem === null, problem },
        { engine: standIn, serves: problem !== null, problem: null },
      ],
    };
  }

  #askFirst<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T> {
    const deadline = timeout(this.#options.deadline_ms ?? DEADLINE_MS, TimeoutStrategy.Aggressive);
    return this.#breaker.execute(() => deadline.execute(() => ask(first)));
  }

  #problem(): Problem | null {
    const isClosed = this.#breaker.state === CircuitState.Closed;
    return lagProblem(this.#lag) ?? (isClosed ? null : this.#lastFailure);
  }

  #note(error: unknown): void {
    this.#lastFailure = error instanceof EngineAwayError ? "unreachable" : "resting";
    if (performance.now() < this.#warnAfter) return;
    this.#warnAfter = performance.now() + WARN_MS;
    const reason = error instanceof Error ? error.message : String(error);
    this.#options.warn(`PostgreSQL answers a search instead of Meilisearch: ${reason}`);
  }

  async #poll(): Promise<void> {
    this.#polling ??= this.#read().finally(() => {
      this.#polling = null;
    });
    await this.#polling;
  }

  async #read(): Promise<void> {
    try {
      const lags = await this.#options.lags();
      this.#lag = lags.find(({ engine }) => engine === first) ?? null;
    } catch {
      // The database is away: its own search could not answer either, so what was known stands.
    }
    if (this.#hasPolled) return;
    this.#hasPolled = true;
    setInterval(() => void this.#poll(), POLL_MS).unref();
  }
}

/** The question itself is wrong, whoever is asked. */
function isRefusal(error: unknown): boolean {
  return error instanceof MedusaError && error.type === MedusaError.Types.INVALID_DATA;
}

function lagProblem(lag: Lag | null): Problem | null {
  if (!lag) return "not_built";
  const { version, is_whole, is_away, behind_seconds } = lag;
  if (version === null) return is_away ? "unreachable" : "not_built";
  if (!is_whole) return "not_built";
  if (behind_seconds <= BEHIND_SECONDS) return null;
  return is_away ? "unreachable" : "behind";
}

/**
 * What an engine with this version of its index does for shoppers: without one, which is before its
 * first filling, nothing, whoever is chosen.
 */
export function servingOf(
  version: number | null,
  view: EngineView | undefined,
): Pick<EngineView, "serves" | "problem"> {
  if (version === null) return { serves: false, problem: view?.problem ?? "not_built" };
  return { serves: view?.serves ?? false, problem: view?.problem ?? null };
}

const chooser = new EngineChooser({
  isConfigured: () => env.MEILISEARCH_HOST !== undefined,
  lags: catalogLags,
  warn: (message) => logger.warn(message),
});

/**
 * Asks the engine that should answer now; `degraded` while the stand-in answers for one that is
 * configured. `ask` may be called twice, the second time with the stand-in.
 */
export function askEngines<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<Choice<T>> {
  return chooser.ask(ask);
}

/** The configured engines as this process sees them, without asking any of them. */
export function engineStates(): Promise<{ degraded: boolean; engines: EngineView[] }> {
  return chooser.views();
}
