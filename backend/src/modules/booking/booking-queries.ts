import { sql } from "../../lib/sql";
import { fromRow, type RawRow, type Tx } from "./rows";
import { type Booking, booking } from "./tables";

// Each of these changes one booking's row, under the lock of its departure unless it says otherwise;
// the counters are the caller's. A row that is not there is a fault of ours and falls loudly.

function only(rows: RawRow[]): Booking {
  const [row] = rows;
  if (!row) throw new Error("A booking went away while its departure was locked.");
  return fromRow(booking, row);
}

/** Puts the cart's line on a hold that is not being paid; null when there is none. Needs no lock. */
export async function setLine(line: {
  uuid: string;
  cart_id: string;
  line_item_id: string;
}): Promise<Booking | null> {
  const rows = await sql()<RawRow[]>`
    UPDATE booking.booking SET line_item_id = ${line.line_item_id}
    WHERE uuid = ${line.uuid}::uuid AND cart_id = ${line.cart_id} AND order_id IS NULL
    RETURNING *`;
  return rows[0] ? fromRow(booking, rows[0]) : null;
}

/** Makes a hold live for so many minutes from now, and counts the extension. */
export async function setExtended(tx: Tx, uuid: string, minutes: number): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = 'ON_HOLD', extensions = extensions + 1,
        expires_at = clock_timestamp() + ${minutes}::int * interval '1 minute'
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** What a hold gets when its cart is being paid. */
export type Binding = Pick<
  Booking,
  "uuid" | "full_name" | "phone" | "lang" | "note" | "due_vnd"
> & {
  purchase_id: string;
  order_id: string;
  order_line_item_id: string;
};

/** Binds a hold to an order and keeps it for so many minutes; remembers when it would have ended. */
export async function setBound(tx: Tx, to: Binding, minutes: number): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = 'ON_HOLD',
        hold_expires_at = COALESCE(hold_expires_at, expires_at),
        expires_at = clock_timestamp() + ${minutes}::int * interval '1 minute',
        purchase_id = ${to.purchase_id}, order_id = ${to.order_id},
        order_line_item_id = ${to.order_line_item_id}, full_name = ${to.full_name},
        phone = ${to.phone}, lang = ${to.lang}, note = ${to.note}, due_vnd = ${to.due_vnd}::bigint
      WHERE uuid = ${to.uuid}::uuid RETURNING *`,
  );
}

/** Takes a hold off its order; a live one lives on for what was left, and for a minute at least. */
export async function setUnbound(tx: Tx, uuid: string): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET purchase_id = NULL, order_id = NULL, order_line_item_id = NULL,
        status = CASE status WHEN 'EXPIRED_REFUND' THEN 'EXPIRED' ELSE status END,
        expires_at = CASE status WHEN 'ON_HOLD'
          THEN GREATEST(hold_expires_at, clock_timestamp() + interval '1 minute')
          ELSE expires_at END,
        hold_expires_at = NULL, full_name = '', phone = '', lang = 'vi', note = '', due_vnd = 0
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Confirms. */
export async function setConfirmed(tx: Tx, uuid: string): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = 'CONFIRMED', expires_at = NULL,
        confirmed_at = clock_timestamp()
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Takes a confirmation back to a bound hold of so many minutes, of which nothing is collected. */
export async function setUnconfirmed(tx: Tx, uuid: string, minutes: number): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = 'ON_HOLD', confirmed_at = NULL, no_show_at = NULL,
        due_vnd = due_vnd + collected_vnd, collected_vnd = 0,
        expires_at = clock_timestamp() + ${minutes}::int * interval '1 minute'
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Notes that money came when the seats were gone. */
export async function setTooLate(tx: Tx, uuid: string): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = 'EXPIRED_REFUND', due_vnd = 0
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Cancels; nothing is owed any more, and what the host had collected is given back. */
export async function setCancelled(tx: Tx, uuid: string, reason: string): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = 'CANCELLED', cancelled_at = clock_timestamp(),
        cancel_reason = ${reason}, due_vnd = 0, collected_vnd = 0
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Makes a cancelled booking again what it was. */
export async function setUncancelled(tx: Tx, before: Booking): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET status = ${before.status}, cancelled_at = NULL,
        cancel_reason = NULL, due_vnd = ${before.due_vnd}::bigint,
        collected_vnd = ${before.collected_vnd}::bigint
      WHERE uuid = ${before.uuid}::uuid RETURNING *`,
  );
}

/** Notes that nobody came, or takes that back. */
export async function setNoShow(tx: Tx, uuid: string, isNoShow: boolean): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking
      SET no_show_at = CASE WHEN ${isNoShow ? 1 : 0}::int = 1 THEN clock_timestamp() END
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Moves money between what is due and what the host has. */
export async function setMoney(
  tx: Tx,
  uuid: string,
  money: { due_vnd: number; collected_vnd: number },
): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      UPDATE booking.booking SET due_vnd = ${money.due_vnd}::bigint,
        collected_vnd = ${money.collected_vnd}::bigint
      WHERE uuid = ${uuid}::uuid RETURNING *`,
  );
}

/** Whether all of these tickets are of this booking. */
export async function hasItems(tx: Tx, uuid: string, tickets: string[]): Promise<boolean> {
  const [row] = await tx<{ count: number }[]>`
    SELECT count(*)::int AS count FROM booking.unit_item
    WHERE booking_uuid = ${uuid}::uuid AND id::text = ANY(${tickets}::text[])`;
  return row?.count === new Set(tickets).size;
}

/** Checks in those of some tickets that have not come yet; answers how many. */
export async function redeemItems(
  tx: Tx,
  redeem: { uuid: string; tickets: string[] | null; actor: string },
): Promise<number> {
  const rows = await tx`
    UPDATE booking.unit_item SET redeemed_at = clock_timestamp(), redeemed_by = ${redeem.actor}
    WHERE booking_uuid = ${redeem.uuid}::uuid AND redeemed_at IS NULL
      AND (${redeem.tickets}::text[] IS NULL OR id::text = ANY(${redeem.tickets}::text[]))`;
  return rows.count;
}

/** Takes back the check-in of some tickets; answers how many had come. */
export async function unredeemItems(
  tx: Tx,
  redeem: { uuid: string; tickets: string[] | null },
): Promise<number> {
  const rows = await tx`
    UPDATE booking.unit_item SET redeemed_at = NULL, redeemed_by = NULL
    WHERE booking_uuid = ${redeem.uuid}::uuid AND redeemed_at IS NOT NULL
      AND (${redeem.tickets}::text[] IS NULL OR id::text = ANY(${redeem.tickets}::text[]))`;
  return rows.count;
}

/** REDEEMED when any of its tickets has come, which also ends a no-show; else CONFIRMED. */
export async function setArrival(tx: Tx, uuid: string): Promise<Booking> {
  return only(
    await tx<RawRow[]>`
      WITH come AS (SELECT EXISTS (SELECT FROM booking.unit_item
        WHERE booking_uuid = ${uuid}::uuid AND redeemed_at IS NOT NULL) AS any_came)
      UPDATE booking.booking SET status = CASE WHEN any_came THEN 'REDEEMED' ELSE 'CONFIRMED' END,
        no_show_at = CASE WHEN any_came THEN NULL ELSE no_show_at END
      FROM come WHERE uuid = ${uuid}::uuid RETURNING booking.*`,
  );
}

/** Notes that the host's e-mail was written; only the first call returns true. */
export async function markAnnounced(uuid: string): Promise<boolean> {
  const rows = await sql()`
    UPDATE booking.booking SET announced_at = now()
    WHERE uuid = ${uuid}::uuid AND announced_at IS NULL AND confirmed_at IS NOT NULL`;
  return rows.count === 1;
}
