import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import { usePhrases } from "~/language/phrases";
import type { Qr } from "./qr.server";

/** Modules of quiet around a QR code, as its standard asks. */
const QUIET = 4;

/** What is shown at the door: the QR code, and the same in letters for reading aloud. */
export function TicketCode({ code, qr, isSmall }: { code: string; qr: Qr; isSmall?: boolean }) {
  const { ticket } = usePhrases();
  const written = formatTicketCode(code);
  const side = qr.size + 2 * QUIET;
  return (
    <div className={isSmall ? "ticket-code ticket-code-small" : "ticket-code"}>
      <svg
        viewBox={`${-QUIET} ${-QUIET - 0.5} ${side} ${side}`}
        role="img"
        aria-label={ticket.qrOf(written)}
        shapeRendering="crispEdges"
      >
        <path d={`M${-QUIET} ${-QUIET - 0.5}h${side}v${side}h${-side}z`} fill="#fff" />
        <path d={qr.path} stroke="#000" />
      </svg>
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
