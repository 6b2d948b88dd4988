import type { TicketView } from "@cho-lang/shared/contracts/booking";
import type { Language } from "@cho-lang/shared/language";
import { BackendError, backend, orNull } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";
import { type Qr, qrOf } from "~/lib/qr.server";
import { isGood } from "./standing";

/** Whoever holds the link sees the ticket: it is never kept or listed. */
export const PRIVATE_TICKET = { "cache-control": "no-store", "x-robots-tag": "noindex" };

type TicketLink = { uuid: string; signature: string | null; language: Language };

/** The ticket that a signed link opens, or null: a wrong link does not say what is wrong with it. */
export async function findTicket({
  uuid,
  signature,
  language,
}: TicketLink): Promise<TicketView | null> {
  try {
    return await orNull(
      backend<TicketView>(`/store/bookings/${encodeURIComponent(uuid)}`, {
        query: { token: signature?.slice(0, 200) || undefined, lang: language },
        language,
      }),
    );
  } catch (error) {
    // A cut or mistyped link is refused before anything is looked up.
    if (error instanceof BackendError && [400, 401, 403].includes(error.status)) return null;
    throw error;
  }
}

/** The ticket with its QR codes as drawings; those of a ticket that is no longer good are left out. */
export async function loadTicket(link: TicketLink) {
  const view = await critical(findTicket(link));
  if (!view) return null;
  const qr = isGood(view.status) ? qrOf(view.qr, "sturdy") : null;
  const each: Record<string, Qr> = {};
  if (qr && view.tickets.length > 1) {
    for (const ticket of view.tickets) each[ticket.id] = qrOf(ticket.qr, "coarse");
  }
  return { view, qr, each, token: link.signature ?? "", now: new Date().toISOString() };
}

export type TicketPageData = NonNullable<Awaited<ReturnType<typeof loadTicket>>>;
