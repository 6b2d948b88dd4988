import type { LocalDate } from "@cho-lang/shared/calendar";
import type { HostDeparture, VisitorRow } from "@cho-lang/shared/contracts/visit";
import { parseTicketCode, type UnitKind, unitWord } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import { formatNumber } from "@cho-lang/shared/money";

/** What a member can record about one booking. */
export const VISITOR_DEEDS = [
  "check-in",
  "undo-check-in",
  "no-show",
  "undo-no-show",
  "collect",
  "undo-collect",
] as const;
export type VisitorDeed = (typeof VISITOR_DEEDS)[number];

/** Where one booking stands on its day. */
export interface VisitorState {
  kind: "expected" | "partly" | "arrived" | "no_show" | "cancelled" | "held";
  /** Tickets of people who have come, and of all. */
  arrived: number;
  of: number;
  /** The last arrival, an instant; null when nobody has come. */
  last_at: string | null;
}

/** Reads a booking's state from its tickets: the status alone does not tell half a party. */
export function visitorState(visitor: VisitorRow): VisitorState {
  const times = visitor.tickets.flatMap(({ redeemed_at }) => (redeemed_at ? [redeemed_at] : []));
  const facts = {
    arrived: times.length,
    of: visitor.tickets.length,
    last_at: times.sort().at(-1) ?? null,
  };
  if (visitor.status === "ON_HOLD") return { kind: "held", ...facts };
  if (visitor.status !== "CONFIRMED" && visitor.status !== "REDEEMED") {
    return { kind: "cancelled", ...facts };
  }
  if (visitor.is_no_show) return { kind: "no_show", ...facts };
  if (facts.arrived === 0) return { kind: "expected", ...facts };
  return { kind: facts.arrived < facts.of ? "partly" : "arrived", ...facts };
}

/** The day and the departure that a booking is looked at on. */
export interface VisitorDay {
  today: LocalDate;
  departure: Pick<HostDeparture, "date" | "state">;
  actions: readonly string[];
}

/**
 * What may be recorded now: arrivals and money from the day of the visit on, or of guests who came
 * early; "did not come" only after its start and while nobody has come.
 */
export function visitorDeeds(visitor: VisitorRow, day: VisitorDay): readonly VisitorDeed[] {
  const { kind, arrived } = visitorState(visitor);
  const hasBegun = arrived > 0 || visitor.collected_vnd > 0;
  const isTime = day.departure.date <= day.today || hasBegun;
  if (!day.actions.includes("check_in") || !isTime) return [];
  if (kind === "cancelled" || kind === "held") return [];
  if (kind === "no_show") return ["undo-no-show"];
  const may: Record<VisitorDeed, boolean> = {
    "check-in": kind !== "arrived",
    "undo-check-in": arrived > 0,
    "no-show": kind === "expected" && day.departure.state === "past",
    "undo-no-show": false,
    collect: visitor.due_vnd > 0,
    "undo-collect": visitor.collected_vnd > 0,
  };
  return VISITOR_DEEDS.filter((deed) => may[deed]);
}

/** A party in words: "2 người lớn, 1 trẻ em". */
export function partyWords(party: VisitorRow["party"], language: Language): string {
  return party
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${formatNumber(count, language)} ${unitWord(kind, language, count)}`)
    .join(", ");
}

/** Each ticket with its kind in words and its place among that kind: "Người lớn 2". */
export function people(
  tickets: VisitorRow["tickets"],
  language: Language,
): (VisitorRow["tickets"][number] & { word: string; index: number })[] {
  const seen = new Map<UnitKind, number>();
  return tickets.map((ticket) => {
    const index = (seen.get(ticket.kind) ?? 0) + 1;
    seen.set(ticket.kind, index);
    const word = unitWord(ticket.kind, language);
    return { ...ticket, word: word.charAt(0).toUpperCase() + word.slice(1), index };
  });
}

/** Seats of holds that still live; expired ones count as free. */
export function heldSeats(departure: HostDeparture): number {
  const { capacity, confirmed, held, seats_left } = departure;
  return Math.max(0, Math.min(held, capacity - seats_left - confirmed));
}

/** Below how many seats a departure cannot go. */
export function takenSeats(departure: HostDeparture): number {
  return departure.confirmed + heldSeats(departure);
}

/** How far apart arrivals of one press may lie, in milliseconds. */
const ONE_PRESS_MS = 500;

/** The tickets that came with the last press, so that undoing takes back no earlier arrival. */
export function lastArrivals(tickets: VisitorRow["tickets"]): string[] {
  const times = tickets.map(({ redeemed_at }) => (redeemed_at ? Date.parse(redeemed_at) : 0));
  const last = Math.max(0, ...times);
  if (last === 0) return [];
  return tickets
    .filter((_, index) => (times[index] ?? 0) > last - ONE_PRESS_MS)
    .map(({ id }) => id);
}

/**
 * The one person's ticket that a typed code or a scanned "CL1.<payload>.<signature>" names; null
 * when it names the whole party.
 */
export function namedTicket(text: string, tickets: VisitorRow["tickets"]): string | null {
  const code = parseTicketCode(text);
  const payload = ticketPayload(text);
  const named = tickets.find(
    (ticket) => ticket.code === code || ticket.code === payload?.code || ticket.id === payload?.id,
  );
  return named?.id ?? null;
}

/** What a scanned ticket claims; only for words on the page, the backend checks its signature. */
export function ticketPayload(text: string): { id?: string; code?: string; date?: string } | null {
  const [prefix, payload = ""] = text.trim().split(".");
  if (prefix !== "CL1") return null;
  try {
    const read: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof read !== "object" || read === null) return null;
    const strings = Object.entries(read).filter(([, value]) => typeof value === "string");
    return Object.fromEntries(strings);
  } catch {
    return null;
  }
}
