import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex";

/**
 * Locks a producer's row until the transaction ends, so that two decisions about the same shop or
 * team follow each other and the second sees what the first wrote. False when there is no such row.
 */
export async function lockProducer(manager: SqlEntityManager, id: string): Promise<boolean> {
  const rows = await manager.execute<{ id: string }[]>(
    "select id from producer where id = ? and deleted_at is null for update",
    [id],
  );
  return rows.length === 1;
}
