import type { ISearchModuleService, SearchTypes } from "@medusajs/framework/types";
import { fillWith } from "../../lib/filling";
import { sql } from "../../lib/sql";
import { layAside } from "./dead-letters";

/**
 * The Search Module with what its interface does not show: its providers, the versions that it
 * remembers, and the plan by which it resumes a filling that broke off.
 */
export type SearchModule = ISearchModuleService & {
  searchProviderService_: { retrieve(engine: string): SearchTypes.ISearchProvider };
  activeVersionCache_: { refresh(): Promise<void> };
  executeSeedPlan_(
    actions: { index: string; target_version: Version; swap: boolean; reason: string }[],
  ): Promise<void>;
};

type Version = {
  id: string;
  search_index_id: string;
  version: number;
  provider: string;
  physical_name: string;
};

type Pending = Version & {
  definition_hash: string;
  status: string;
  /** That the engine must hold: those written, but for what it may have refused. */
  documents: number;
  is_resumable: boolean;
};

export type RebuildOutcome = "done" | "resumed" | "running";

/**
 * Fills an index beside the one that serves reads and switches over when it is complete. A filling
 * that a crash or an error broke off is carried on where it stopped, provided that the engine still
 * holds what was written. What was edited meanwhile is drained again after the switch. A document
 * that the engine refuses is laid aside, and the others are filled in. At most one process does this
 * for an index at a time; another is told "running" at once.
 *
 * @throws what broke the filling off; the index in use is untouched and the next call resumes.
 */
export async function rebuildIndex(
  search: SearchModule,
  { engine, index }: { engine: string; index: string },
): Promise<RebuildOutcome> {
  const connection = await sql().reserve();
  const lock = `cho-lang-rebuild-${index}`;
  try {
    // Held by the connection, so that it ends with the process, however that ends.
    const [row] = await connection`SELECT pg_try_advisory_lock(hashtext(${lock})) AS locked`;
    if (row?.locked !== true) return "running";
    try {
      return await fillWith(
        (product_id, error) => layAside({ engine, product_id, error }),
        () => fill(search, engine, index),
      );
    } finally {
      await connection`SELECT pg_advisory_unlock(hashtext(${lock}))`;
    }
  } finally {
    connection.release();
  }
}

async function fill(search: SearchModule, engine: string, index: string): Promise<RebuildOutcome> {
  const pending = await pendingVersion(index);
  if (pending && (await canResume(search, { engine, index, pending }))) {
    await resume(search, index, pending);
    return "resumed";
  }
  const isKnown = await hasRecord(index);
  if (isKnown) {
    await search.reindex({ index });
    return "done";
  }
  // The engine was configured after the last migration.
  const plan = await search.createIndexMigrationPlan();
  await search.executeIndexMigrationPlan(plan.filter((action) => action.index === index));
  const created = await pendingVersion(index);
  if (!created) throw new Error(`The index ${index} was not made.`);
  await resume(search, index, created);
  return "done";
}

async function resume(search: SearchModule, index: string, pending: Version): Promise<void> {
  await search.executeSeedPlan_([
    { index, target_version: pending, swap: true, reason: "schema_changed" },
  ]);
  // The plan logs what breaks it off instead of throwing it.
  const [row] = await sql()<{ is_active: boolean; error: string | null }[]>`
    SELECT i.active_version IS NOT DISTINCT FROM ${pending.version} AS is_active,
      (SELECT s.error FROM public.search_index_sync s WHERE s.search_index_version_id = ${pending.id}
        ORDER BY s.created_at DESC LIMIT 1) AS error
    FROM public.search_index i WHERE i.id = ${pending.search_index_id}`;
  if (row?.is_active !== true) {
    throw new Error(row?.error ?? `Another process is filling the index ${index}.`);
  }
}

/** The newest version beyond the one in use, and how far its filling came. */
async function pendingVersion(index: string): Promise<Pending | null> {
  const [row] = await sql()<Pending[]>`
    SELECT v.id, v.search_index_id, v.version::integer, v.provider, v.physical_name,
      v.definition_hash, v.status,
      coalesce(s.documents_synced, 0)::integer - (SELECT count(DISTINCT c.product_id)::integer
        FROM search.change c WHERE c.engine = v.provider AND c.dead_at IS NOT NULL) AS documents,
      coalesce(s.resumable AND s.last_key IS NOT NULL
        AND s.status IN ('pending', 'processing', 'failed'), false) AS is_resumable
    FROM public.search_index i
    JOIN public.search_index_version v ON v.search_index_id = i.id AND v.deleted_at IS NULL
      AND v.version > coalesce(i.active_version, 0)
    LEFT JOIN LATERAL (
      SELECT * FROM public.search_index_sync s WHERE s.search_index_version_id = v.id
      ORDER BY s.created_at DESC LIMIT 1
    ) s ON true
    WHERE i.name = ${index} AND i.deleted_at IS NULL
    ORDER BY v.version DESC LIMIT 1`;
  return row ?? null;
}

async function canResume(
  search: SearchModule,
  { engine, index, pending }: { engine: string; index: string; pending: Pending },
): Promise<boolean> {
  const definition = search.getIndex(index);
  const isSame = pending.definition_hash === definition.definition_hash;
  if (!isSame || pending.provider !== engine) return false;
  // A migration made it and nothing began to fill it yet.
  if (pending.status === "pending") return true;
  if (!pending.is_resumable) return false;
  const held = await search.searchProviderService_.retrieve(engine).listIndexes();
  const found = held.find((info) => info.name === pending.physical_name);
  return (found?.document_count ?? 0) >= pending.documents;
}

async function hasRecord(index: string): Promise<boolean> {
  const rows = await sql()`
    SELECT FROM public.search_index WHERE name = ${index} AND deleted_at IS NULL`;
  return rows.length > 0;
}
