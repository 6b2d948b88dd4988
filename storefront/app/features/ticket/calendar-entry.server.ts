import type { TicketView } from "@cho-lang/shared/contracts/booking";
import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import type { Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { formatPhone } from "@cho-lang/shared/phone";
import { hrefIn, phrases } from "~/language/phrases";
import { env } from "~/lib/env.server";
import { partyWords } from "../booking/visit-words";
import type { CalendarEntry } from "./icalendar";
import { isGood } from "./standing";

/** What a tourist's calendar says of a ticket; `token` signs the link back to it. */
export function calendarEntry(
  view: TicketView,
  { token, language }: { token: string; language: Language },
): CalendarEntry {
  const { ics } = phrases(language).ticket;
  const { storefrontUrl } = env();
  const { producer, tour } = view;
  const phone = producer.phone && formatPhone(producer.phone);
  const path = `/tickets/${view.uuid}?token=${encodeURIComponent(token)}`;
  return {
    uid: `${view.uuid}@${new URL(storefrontUrl).hostname}`,
    starts_at: new Date(view.starts_at),
    ends_at: new Date(view.ends_at),
    summary: ics.summary(tour.title),
    description: [
      partyWords(view.party, language),
      ics.code(formatTicketCode(view.code)),
      view.due_vnd > 0 ? ics.due(formatVnd(view.due_vnd, language)) : "",
      view.directions,
      ics.host({ name: producer.name, phone }),
      `${storefrontUrl}${hrefIn(language, path)}`,
    ]
      .filter(Boolean)
      .join("\n"),
    location: [view.meeting_point, producer.name].filter(Boolean).join(", "),
    place: view.lat !== null && view.lng !== null ? { lat: view.lat, lng: view.lng } : null,
    url: `${storefrontUrl}${hrefIn(language, path)}`,
    isCancelled: !isGood(view.status),
    reminder: ics.alarm(tour.title),
  };
}
