import type { Rebuild } from "@cho-lang/shared/contracts/operator-search";
import { REBUILD_SILENCE } from "../../../modules/search-postgres";
import type { AskedFacts, FillingFacts } from "../../../reports/operator-search";

/** Milliseconds without a batch after which a filling counts as ended with its process. */
const SILENCE = 120_000;

/**
 * What an operator is told of an index's latest filling, whoever began it: boot, a command, an
 * operator. Null when it was never filled. `products` is how many there are now.
 */
export function rebuildOf(
  facts: { filling: FillingFacts | null; asked: AskedFacts | null },
  products: number,
  now: Date,
): Rebuild | null {
  const { filling, asked } = facts;
  // One that shows no life since then is older than what was asked for.
  if (asked && !(filling && filling.beat_at >= asked.asked_at)) return askedOnly(asked, now);
  if (!filling) return null;
  const own = asked && isOwn(filling, asked);
  return {
    state: stateOf(filling, own ? asked : null, now),
    started_at: (own ? asked.asked_at : filling.started_at).toISOString(),
    finished_at: filling.finished_at?.toISOString() ?? null,
    documents: filling.documents,
    expected: own ? asked.expected : products,
    error: filling.error,
  };
}

/** Whether a filling is the one that was asked for, and not another's before or after. */
function isOwn(filling: FillingFacts, asked: AskedFacts): boolean {
  const isBefore = filling.started_at < asked.asked_at;
  const isAfter = asked.ended_at !== null && filling.started_at > asked.ended_at;
  return !isBefore && !isAfter;
}

/** One that the Search Module has not begun, or that failed before it could. */
function askedOnly(asked: AskedFacts, now: Date): Rebuild {
  const state = asked.ended_at ? (asked.error ? "failed" : "done") : aliveState(asked, now);
  return {
    state,
    started_at: asked.asked_at.toISOString(),
    finished_at: asked.ended_at?.toISOString() ?? null,
    documents: 0,
    expected: asked.expected,
    error: asked.error,
  };
}

function stateOf(filling: FillingFacts, asked: AskedFacts | null, now: Date): Rebuild["state"] {
  if (filling.status === "done" || filling.status === "failed") return filling.status;
  if (filling.status === "canceled") return "cancelled";
  if (asked?.ended_at) return asked.error ? "failed" : "cancelled";
  if (asked && aliveState(asked, now) === "running") return "running";
  return now.getTime() - filling.beat_at.getTime() <= SILENCE ? "running" : "cancelled";
}

function aliveState(asked: AskedFacts, now: Date): "running" | "cancelled" {
  return now.getTime() - asked.beat_at.getTime() <= 1000 * REBUILD_SILENCE
    ? "running"
    : "cancelled";
}
