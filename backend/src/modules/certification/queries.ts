import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex";

/**
 * Locks certificates until the transaction ends, in the order of their ids so that two batches
 * never wait for each other in a circle. Two operators deciding at once follow each other, and the
 * second sees what the first wrote. Answers the ids that exist.
 */
export async function lockCertifications(
  manager: SqlEntityManager,
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const places = ids.map(() => "?").join(", ");
  const rows = await manager.execute<{ id: string }[]>(
    `select id from certification where id in (${places}) and deleted_at is null order by id for update`,
    ids,
  );
  return rows.map(({ id }) => id);
}
