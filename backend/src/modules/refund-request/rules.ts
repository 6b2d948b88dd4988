import type { RequestKind, RequestState } from "@cho-lang/shared/domain/refund-request";

/**
 * What can happen to a request. `ask` begins it; producer: accept, decline, receive; buyer:
 * withdraw; operator: grant, refuse; clock: lapse (no answer in time), overdue (goods did not come
 * back in time); payment: pay, and fail when what was granted can't be given any more; `call_off`
 * when the whole order was cancelled otherwise.
 */
export const DEEDS = [
  "ask",
  "accept",
  "decline",
  "receive",
  "withdraw",
  "grant",
  "refuse",
  "lapse",
  "overdue",
  "pay",
  "fail",
  "call_off",
] as const;
export type DeedName = (typeof DEEDS)[number];

/** `granted`: money at once, or goods first. */
type Target = RequestState | "granted";

const AFTER: Readonly<Record<RequestState, Readonly<Partial<Record<DeedName, Target>>>>> = {
  open: {
    accept: "granted",
    decline: "to_decide",
    withdraw: "withdrawn",
    grant: "granted",
    refuse: "refused",
    lapse: "to_decide",
    call_off: "refunded",
  },
  to_decide: {
    withdraw: "withdrawn",
    grant: "granted",
    refuse: "refused",
    call_off: "refunded",
  },
  to_send_back: {
    receive: "paying",
    withdraw: "withdrawn",
    grant: "granted",
    refuse: "refused",
    overdue: "to_decide",
  },
  paying: { pay: "refunded", fail: "to_decide" },
  refunded: {},
  refused: {},
  withdrawn: {},
};

/** What decides whether a deed can be done. */
export interface Standing {
  kind: RequestKind;
  state: RequestState;
  answer_by: Date;
  send_back_by: Date | null;
  answer_deed: "accept" | "decline" | null;
  decision_deed: "grant" | "refuse" | null;
  received_at: Date | null;
}

export type Verdict =
  | { kind: "do"; to: RequestState }
  /** It was done before, or its time has not come: nothing changes. */
  | { kind: "repeat" }
  | { kind: "refuse" };

/**
 * Whether a deed can be done now and where it leads. `goods_first` counts for accept and grant of a
 * return. A person's deed after another one's is refused, after their own it is a repeat; an
 * operator decides once.
 */
export function judge(standing: Standing, deed: DeedName, now: Date, goods_first = true): Verdict {
  const { kind, state, answer_by, send_back_by } = standing;
  if (deed === "lapse" && answer_by > now) return { kind: "repeat" };
  if (deed === "overdue" && (!send_back_by || send_back_by > now)) return { kind: "repeat" };
  const target = AFTER[state][deed];
  if (target === "granted") {
    return { kind: "do", to: kind === "return" && goods_first ? "to_send_back" : "paying" };
  }
  if (target) return { kind: "do", to: target };
  return isDone(standing, deed) ? { kind: "repeat" } : { kind: "refuse" };
}

/** Whether the same person did the same before, and nobody else decided since. */
function isDone(standing: Standing, deed: DeedName): boolean {
  const { state, answer_deed, decision_deed, received_at } = standing;
  switch (deed) {
    case "accept":
      return answer_deed === "accept" && decision_deed === null && state !== "withdrawn";
    case "decline":
      return answer_deed === "decline" && state === "to_decide";
    case "receive":
      return received_at !== null && (state === "paying" || state === "refunded");
    case "withdraw":
      return state === "withdrawn";
    case "ask":
    case "grant":
    case "refuse":
      return false;
    default:
      // The clock, the payment and a cancellation come late and often: nothing changes then.
      return true;
  }
}

/** The letter of an order's nth request, counted from 0: A … Z, AA … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
