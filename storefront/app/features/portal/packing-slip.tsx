import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { formatPhone } from "@cho-lang/shared/phone";
import { useEffect, useState } from "react";
import { usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { Price } from "~/ui/price";
import { parcelLines } from "./order-parts";
import { isOver } from "./order-tone";

/** Opens the printer's dialog; only where a script runs, any browser's own menu prints as well. */
export function PrintButton({ label }: { label: string }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <Button
      type="button"
      look="outline"
      className="needs-script"
      disabled={!isReady}
      onClick={() => window.print()}
    >
      {label}
    </Button>
  );
}

/**
 * What goes on the parcel: it is all that the page prints, and is not seen on the screen. Visits
 * are neither listed nor collected at the door.
 */
export function PackingSlip({ order, from }: { order: ProducerOrder; from: string }) {
  const { common, portal } = usePhrases();
  const { recipient, number, note, invoice } = order;
  if (!recipient || !order.has_parcel) return null;
  const due = order.parcel_due_vnd;
  return (
    <div className="slip" aria-hidden="true">
      <p className="slip-title">
        {portal.slipTitle} <span className="num">{portal.orderNumber(number)}</span>
      </p>
      <p>
        {portal.slipFrom}: <strong>{from}</strong> · {common.marketName}
      </p>
      <div className="slip-to">
        <p>{portal.slipTo}</p>
        <p className="slip-name">{recipient.full_name}</p>
        <p className="slip-name">{formatPhone(recipient.phone)}</p>
        {recipient.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <ul>
        {parcelLines(order).map((line) => (
          <li key={line.id}>
            {portal.times(line.quantity)} {line.title}
            {line.unit ? ` (${line.unit})` : null}
          </li>
        ))}
      </ul>
      {note ? <p>{note}</p> : null}
      {invoice ? (
        <div>
          <p>
            {portal.invoice}: <strong>{invoice.company}</strong>
          </p>
          <p>
            {portal.invoiceTaxNumber}: {invoice.tax_number}
          </p>
          <p>{invoice.address}</p>
        </div>
      ) : null}
      <p className="slip-due">
        {due > 0 ? (
          <>
            {portal.toCollect}: <Price amount={due} />
          </>
        ) : order.due_vnd === 0 && !isOver(order.progress) ? (
          portal.paid
        ) : null}
      </p>
      <p className="slip-sign">{portal.slipSign}</p>
    </div>
  );
}
