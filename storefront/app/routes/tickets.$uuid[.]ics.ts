import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarEntry } from "~/features/ticket/calendar-entry.server";
import { icalendar } from "~/features/ticket/icalendar";
import { findTicket, PRIVATE_TICKET } from "~/features/ticket/ticket.server";
import { languageOf } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";

/** The visit for the tourist's own calendar, by the ticket's signed link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const token = new URL(request.url).searchParams.get("token");
  const uuid = params.uuid ?? "";
  const view = await critical(findTicket({ uuid, signature: token, language }));
  if (!view) throw new Response(null, { status: 404, headers: PRIVATE_TICKET });
  const entry = calendarEntry(view, { token: token ?? "", language });
  return new Response(icalendar(entry, new Date()), {
    headers: {
      ...PRIVATE_TICKET,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="cho-lang-${view.date}.ics"`,
    },
  });
}
