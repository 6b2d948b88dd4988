import type { ProducerStatus } from "@cho-lang/shared/domain/producer";

export const MEMBER_STATUSES = ["active", "suspended", "removed"] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export const PRODUCER_EVENT_KINDS = [
  "opened",
  "suspended",
  "reopened",
  "member_activated",
  "member_suspended",
  "member_removed",
] as const;
export type ProducerEventKind = (typeof PRODUCER_EVENT_KINDS)[number];

/** What an operator may decide about a shop. */
export type ShopDecision = "suspend" | "reopen";

export type Verdict<To> =
  | { allowed: true; to: To; event: ProducerEventKind }
  | { allowed: false; code: string; message: string };

/**
 * The shop's state after an operator's decision. A pending shop is opened, a suspended one is
 * reopened; a shop that has left for good stays closed.
 */
export function decideShop(
  status: ProducerStatus,
  decision: ShopDecision,
): Verdict<ProducerStatus> {
  if (status === "closed") {
    return refused("producer_closed", "The shop is closed for good; register the producer anew.");
  }
  if (decision === "suspend") {
    return status === "suspended"
      ? refused("producer_already_suspended", "The shop is suspended already; nothing was changed.")
      : { allowed: true, to: "suspended", event: "suspended" };
  }
  return status === "open"
    ? refused("producer_already_open", "The shop is open already; nothing was changed.")
    : { allowed: true, to: "open", event: status === "pending" ? "opened" : "reopened" };
}

/**
 * A member's state after a decision. Removal is final. The last active owner stays, because without
 * one nobody could manage the team; `isLastOwner` says that no other active owner exists.
 */
export function decideMember(input: {
  from: MemberStatus;
  to: MemberStatus;
  isLastOwner: boolean;
}): Verdict<MemberStatus> {
  const { from, to, isLastOwner } = input;
  if (from === to) {
    return refused(`member_already_${to}`, `The member is ${to} already; nothing was changed.`);
  }
  if (from === "removed") {
    return refused("member_removed", "A removed member stays removed; invite the person anew.");
  }
  if (to !== "active" && isLastOwner) {
    return refused("last_owner", "Make another member owner first; a producer needs an owner.");
  }
  const events = {
    active: "member_activated",
    suspended: "member_suspended",
    removed: "member_removed",
  } as const;
  return { allowed: true, to, event: events[to] };
}

/** E-mail addresses are compared and stored without case and outer blanks. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

function refused(code: string, message: string) {
  return { allowed: false as const, code, message };
}
