import { closeDepartureBody, type VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import { redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { readForm } from "~/lib/form.server";
import { withParam } from "~/lib/own-path";
import { parseWhole } from "./product-form";
import { refusalAnswer, refused, typedValues } from "./refusal.server";
import { returnPath } from "./return-path";
import { ask } from "./session.server";
import { VISITOR_DEEDS } from "./visitor";

/** Most seats of a departure, as the backend keeps it. */
const CAPACITY_MAX = 1000;

const DEPARTURE_DEEDS = ["close", "reopen", "capacity"] as const;
type DepartureDeed = (typeof DEPARTURE_DEEDS)[number];

type Read =
  | { path: string; place: string; body?: unknown; faults?: undefined }
  | { faults: Record<string, string> };

/**
 * Records one thing about a booking or a departure; afterwards the page that the form came from
 * says so, at the place that changed.
 */
export async function recordVisit(request: Request, page: string) {
  const form = await readForm(request);
  const intent = String(form.get("intent") ?? "");
  const values = typedValues(form, ["booking", "departure", "capacity", "reason", "note"]);
  const read = readDeed(intent, form);
  if (read.faults) return refused({ intent, values, faults: read.faults });
  try {
    const { body } = read;
    await ask<VisitorAnswer>(request, read.path, { method: "POST", ...(body ? { body } : {}) });
  } catch (error) {
    return refusalAnswer(error, { intent, values });
  }
  const back = returnPath(form.get("return_to"), hrefIn(languageOf(request), page));
  return redirect(withParam(withParam(back, "done", intent), "at", read.place), 303);
}

/** @throws Response 400 for a deed that there is not */
function readDeed(intent: string, form: FormData): Read {
  const visitorDeed = VISITOR_DEEDS.find((deed) => deed === intent);
  const departureDeed = DEPARTURE_DEEDS.find((deed) => deed === intent);
  const place = String(form.get(visitorDeed ? "booking" : "departure") ?? "");
  if (place === "" || !(visitorDeed || departureDeed)) throw new Response(null, { status: 400 });
  const id = encodeURIComponent(place);
  if (departureDeed) {
    return readDepartureDeed(departureDeed, form, {
      place,
      path: `/producer/departures/${id}/${departureDeed}`,
    });
  }
  const tickets = form.getAll("tickets").map(String);
  // The form of single people must not check everybody in when nobody is ticked.
  if (form.has("some") && tickets.length === 0) return { faults: { tickets: "missing" } };
  const isOfTickets = intent === "check-in" || intent === "undo-check-in";
  return {
    place,
    path: `/producer/bookings/${id}/${intent}`,
    ...(isOfTickets ? { body: tickets.length > 0 ? { tickets } : {} } : {}),
  };
}

function readDepartureDeed(
  deed: DepartureDeed,
  form: FormData,
  to: { path: string; place: string },
): Read {
  if (deed === "reopen") return to;
  if (deed === "capacity") {
    const capacity = parseWhole(String(form.get("capacity") ?? ""));
    const isGood = capacity !== null && capacity <= CAPACITY_MAX;
    return isGood ? { ...to, body: { capacity } } : { faults: { capacity: "invalid" } };
  }
  const parsed = closeDepartureBody.safeParse({
    reason: form.get("reason"),
    note: String(form.get("note") ?? "").replaceAll("\r\n", "\n"),
  });
  if (parsed.success) return { ...to, body: parsed.data };
  const { issues } = parsed.error;
  return { faults: Object.fromEntries(issues.map(({ path, code }) => [String(path[0]), code])) };
}
