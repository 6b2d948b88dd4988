import type { TicketView } from "@cho-lang/shared/contracts/booking";

/** Where a ticket stands for whoever holds it. */
export type Standing = "good" | "redeemed" | "past" | "cancelled" | "expired";

/** Whether a ticket of this status still opens the door. */
export function isGood(status: TicketView["status"]): boolean {
  return status === "CONFIRMED" || status === "REDEEMED";
}

/** Where a ticket stands at an instant; a visit is past when it has ended and nobody came. */
export function standingOf(ticket: Pick<TicketView, "status" | "ends_at">, now: Date): Standing {
  if (ticket.status === "REDEEMED") return "redeemed";
  if (ticket.status === "CANCELLED") return "cancelled";
  if (ticket.status !== "CONFIRMED") return "expired";
  return new Date(ticket.ends_at) <= now ? "past" : "good";
}
