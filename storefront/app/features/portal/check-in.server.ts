import type { LocalDate } from "@cho-lang/shared/calendar";
import { parseLocalDate } from "@cho-lang/shared/calendar";
import type {
  CheckInAnswer,
  HostDay,
  HostDeparture,
  VisitorRow,
} from "@cho-lang/shared/contracts/visit";
import { redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";
import { readForm } from "~/lib/form.server";
import { refusalAnswer, refused, typedValues } from "./refusal.server";
import { ask } from "./session.server";
import { lastArrivals, namedTicket, ticketPayload } from "./visitor";

/** Longest ticket that is looked at, in characters: what its QR code says. */
const TICKET_MAX = 600;

/** What the check-in page shows of the ticket that was read last. */
export interface CheckInResult {
  outcome: "checked_in" | "already";
  today: LocalDate;
  departure: HostDeparture;
  visitor: VisitorRow;
  /** The one person whom the ticket names; null for the whole party. */
  ticket: string | null;
  /** Tickets that came in with the last press. */
  arrivals: string[];
}

/** The booking that the address names, as it is now; null when it names none. */
export async function readResult(request: Request): Promise<CheckInResult | null> {
  const { searchParams } = new URL(request.url);
  const date = parseLocalDate(searchParams.get("date") ?? "");
  const booking = searchParams.get("booking");
  if (!date || !booking) return null;
  const day = await critical(ask<HostDay>(request, "/producer/visits", { query: { date } }));
  for (const { visitors, ...departure } of day.departures) {
    const visitor = visitors.find(({ uuid }) => uuid === booking);
    if (!visitor) continue;
    return {
      outcome: searchParams.get("outcome") === "already" ? "already" : "checked_in",
      today: day.today,
      departure,
      visitor,
      ticket: visitor.tickets.find(({ id }) => id === searchParams.get("ticket"))?.id ?? null,
      arrivals: lastArrivals(visitor.tickets),
    };
  }
  return null;
}

/** Checks in by a typed or scanned ticket; the page's address then names what it shows. */
export async function checkIn(request: Request) {
  const intent = "ticket";
  const form = await readForm(request);
  const ticket = String(form.get("ticket") ?? "").trim();
  const values = typedValues(form, ["ticket"]);
  if (ticket === "") return refused({ intent, values, faults: { ticket: "ticket_missing" } });
  if (ticket.length > TICKET_MAX) {
    return refused({ intent, values: {}, faults: { ticket: "ticket_unreadable" } });
  }
  const body = { ticket, any_day: form.get("any_day") === "yes" };
  let answer: CheckInAnswer;
  try {
    answer = await ask<CheckInAnswer>(request, "/producer/check-ins", { method: "POST", body });
  } catch (error) {
    return ticketFault(error, { intent, values: { ...values, ticket } });
  }
  const params = new URLSearchParams({
    outcome: answer.outcome,
    date: answer.departure.date,
    booking: answer.booking.uuid,
  });
  const named = namedTicket(ticket, answer.booking.tickets);
  if (named) params.set("ticket", named);
  return redirect(`${hrefIn(languageOf(request), "/producer/check-in")}?${params}`, 303);
}

/** Codes that stand at the field of the ticket. */
const AT_TICKET = [
  "ticket_unreadable",
  "ticket_forged",
  "ticket_cancelled",
  "ticket_not_confirmed",
  "ticket_other_day",
];

/** A ticket that was not accepted; one of another day brings its day along, to be asked about. */
function ticketFault(error: unknown, part: { intent: string; values: Record<string, string> }) {
  if (!(error instanceof BackendError)) throw error;
  if (error.status === 404) return refused({ ...part, faults: { ticket: "ticket_not_found" } });
  const { code, fields } = error;
  const fault = AT_TICKET.find((each) => each === code || each === fields.ticket);
  if (!fault) {
    const isMalformed = error.status === 400 && fields.ticket !== undefined;
    if (!isMalformed) return refusalAnswer(error, part);
    return refused({ ...part, faults: { ticket: "ticket_unreadable" } });
  }
  const told = Object.values(fields).find((value) => parseLocalDate(value) !== null);
  const day = told ?? ticketPayload(part.values.ticket ?? "")?.date;
  const date = day && parseLocalDate(day) ? { date: day } : {};
  return refused({ ...part, values: { ...part.values, ...date }, faults: { ticket: fault } });
}
