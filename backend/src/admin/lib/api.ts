import type { Refusal } from "@cho-lang/shared/contracts/checkout";

/** A 4xx of the backend: `code` is stable, the message is English and for fallback only. */
export class OperatorRefusal extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, refusal: Partial<Refusal>) {
    super(refusal.message ?? `The backend answered ${status}`);
    this.status = status;
    this.code = refusal.code ?? "unknown";
  }
}

/** Reads from the operator's API with the dashboard's own session. */
export function read<Answer>(path: string): Promise<Answer> {
  return call<Answer>(path, { method: "GET" });
}

/** Asks the operator's API for a decision; throws OperatorRefusal when it says no. */
export function decide<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  return call<Answer>(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`/admin${path}`, { ...init, credentials: "include" });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new OperatorRefusal(response.status, body);
  return body;
}
