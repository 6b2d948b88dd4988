import type { CloseReason } from "@cho-lang/shared/domain/booking";
import type { RawRow, Tx } from "./rows";

/** Whose departure it is; null when there is none. Never changes. */
export async function readOwner(tx: Tx, departure_id: string): Promise<string | null> {
  const [row] = await tx<(RawRow & { producer_id: string })[]>`
    SELECT o.producer_id FROM booking.departure d JOIN booking.option o ON o.id = d.option_id
    WHERE d.id = ${departure_id}`;
  return row?.producer_id ?? null;
}

/** Closes a locked departure for sale, or opens it again when no reason is given. */
export async function setClosed(
  tx: Tx,
  departure_id: string,
  closed: { reason: CloseReason; note: string } | null,
): Promise<void> {
  await tx`
    UPDATE booking.departure SET status = ${closed ? "closed" : "open"},
      close_reason = ${closed?.reason ?? null}::text, close_note = ${closed?.note ?? ""}
    WHERE id = ${departure_id}`;
}

/** Sets the seats of a locked departure; false, and nothing is done, when more are taken. */
export async function setCapacity(
  tx: Tx,
  departure_id: string,
  capacity: number,
): Promise<boolean> {
  const rows = await tx`
    UPDATE booking.departure SET capacity = ${capacity}::int
    WHERE id = ${departure_id} AND held + confirmed <= ${capacity}::int`;
  return rows.count === 1;
}
