import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import { usePhrases } from "~/language/phrases";
import type { Qr } from "~/lib/qr.server";
import { QrCode } from "~/ui/qr-code";

/** What is shown at the door: the QR code, and the same in letters for reading aloud. */
export function TicketCode({ code, qr, isSmall }: { code: string; qr: Qr; isSmall?: boolean }) {
  const { ticket } = usePhrases();
  const written = formatTicketCode(code);
  return (
    <div className={isSmall ? "ticket-code ticket-code-small" : "ticket-code"}>
      <QrCode qr={qr} label={ticket.qrOf(written)} />
      <p>
        <span className="sr">
          {ticket.code}: {[...code].join(" ")}
        </span>
        <span className="ticket-letters" aria-hidden="true">
          {written}
        </span>
      </p>
    </div>
  );
}
