import { and, asc, count, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "../../lib/sql";
import { type Photo, photo } from "./tables";

/** Most photos that a run of the job removes. */
const AT_ONCE = 100;

/** Everybody who adds photos to one purchase takes turns until the transaction ends. */
export async function lockPhotos(tx: Transaction, purchase_id: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`request-photos:${purchase_id}`}))`);
}

/** How many photos a purchase has, used or not. */
export async function countPhotos(purchase_id: string, tx: Transaction | null): Promise<number> {
  const [row] = await (tx ?? db())
    .select({ count: count() })
    .from(photo)
    .where(eq(photo.purchase_id, purchase_id));
  return row?.count ?? 0;
}

export async function insertPhoto(
  tx: Transaction,
  row: Omit<Photo, "created_at" | "request_id" | "position">,
): Promise<void> {
  await tx.insert(photo).values(row);
}

/** A photo of this purchase; null for another's. */
export async function selectPhoto(by: { id: string; purchase_id: string }): Promise<Photo | null> {
  const [row] = await db()
    .select()
    .from(photo)
    .where(and(eq(photo.id, by.id), eq(photo.purchase_id, by.purchase_id)));
  return row ?? null;
}

/**
 * Gives unused photos of a purchase to a request; answers how many were. Fewer than asked for means
 * that one is another purchase's, was used or is gone.
 */
export async function takePhotos(
  tx: Transaction,
  taken: { ids: string[]; purchase_id: string; request_id: string },
): Promise<number> {
  const { ids, purchase_id, request_id } = taken;
  if (ids.length === 0) return 0;
  const rows = await tx
    .update(photo)
    .set({ request_id, position: sql`array_position(ARRAY[${sql.join(ids, sql`, `)}], id)` })
    .where(
      and(inArray(photo.id, ids), eq(photo.purchase_id, purchase_id), isNull(photo.request_id)),
    )
    .returning({ id: photo.id });
  return rows.length;
}

/** Photos that no request took within a day, the oldest first. */
export async function selectUnused(): Promise<Photo[]> {
  return db()
    .select()
    .from(photo)
    .where(and(isNull(photo.request_id), lt(photo.created_at, sql`now() - interval '1 day'`)))
    .orderBy(asc(photo.created_at))
    .limit(AT_ONCE);
}

/** Removes a photo unless a request has taken it meanwhile; true when it is gone. */
export async function deleteUnused(id: string): Promise<boolean> {
  const rows = await db()
    .delete(photo)
    .where(and(eq(photo.id, id), isNull(photo.request_id)))
    .returning({ id: photo.id });
  return rows.length > 0;
}
