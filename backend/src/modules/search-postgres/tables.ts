import {
  bigint,
  index,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

const search = pgSchema("search");
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/**
 * One row per physical index. `revision` rises with every write that changes a document,
 * `facets_revision` with those that change what facets, filters or sorts read, both in the same
 * transaction, so that counts kept in memory are known to be current.
 */
export const documentIndex = search.table("document_index", {
  name: text("name").primaryKey(),
  facets_revision: bigint("facets_revision", { mode: "number" }).notNull().default(0),
  created_at: instant("created_at").notNull().defaultNow(),
  revision: bigint("revision", { mode: "number" }).notNull().default(0),
});

/**
 * The engines that are fed with changes, one row each. While an engine can't be reached it rests
 * until `rests_until`, longer after each of its `failures` in a row.
 */
export const engine = search.table("engine", {
  name: text("name").primaryKey(),
  /** The logical index that it holds. */
  index_name: text("index_name").notNull(),
  registered_at: instant("registered_at").notNull().defaultNow(),
  failures: integer("failures").notNull().default(0),
  rests_until: instant("rests_until"),
  error: text("error"),
});

/**
 * Products whose document may be stale in one engine, written by triggers in the transaction of the
 * change. Rows are only appended, never updated by writers, so that two edits never wait for each
 * other.
 */
export const change = search.table(
  "change",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    product_id: text("product_id").notNull(),
    changed_at: instant("changed_at").notNull().defaultNow(),
    tries: smallint("tries").notNull().default(0),
    next_try_at: instant("next_try_at").notNull().defaultNow(),
    error: text("error"),
    dead_at: instant("dead_at"),
    engine: text("engine").notNull().default("search-postgres"),
  },
  (table) => [
    index("change_product").on(table.engine, table.product_id),
    index("change_due").on(table.engine, table.next_try_at),
  ],
);

/**
 * Products drained lately and the index version they went into, so that a rebuild that was under
 * way at that time can catch up with them.
 */
export const drained = search.table(
  "drained",
  {
    product_id: text("product_id").notNull(),
    index_version: bigint("index_version", { mode: "number" }).notNull(),
    drained_at: instant("drained_at").notNull().defaultNow(),
    engine: text("engine").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.engine, table.product_id] }),
    index("drained_at_idx").on(table.drained_at),
  ],
);
