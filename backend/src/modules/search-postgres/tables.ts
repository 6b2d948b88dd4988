import {
  bigint,
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
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
 * Products whose document may be stale, written by triggers in the transaction of the change. Rows
 * are only appended, never updated by writers, so that two edits never wait for each other.
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
  },
  (table) => [
    index("change_product").on(table.product_id),
    index("change_due").on(table.next_try_at),
  ],
);

/**
 * Products drained lately and the index version they went into, so that a rebuild that was under
 * way at that time can catch up with them.
 */
export const drained = search.table(
  "drained",
  {
    product_id: text("product_id").primaryKey(),
    index_version: bigint("index_version", { mode: "number" }).notNull(),
    drained_at: instant("drained_at").notNull().defaultNow(),
  },
  (table) => [index("drained_at_idx").on(table.drained_at)],
);

/** How often a text found nothing on one day in Vietnam; `text` as it was typed last. */
export const emptyQuery = search.table(
  "empty_query",
  {
    folded: text("folded").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    text: text("text").notNull(),
    times: integer("times").notNull(),
    last_at: instant("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.folded, table.day] }),
    index("empty_query_day").on(table.day),
  ],
);

/**
 * The filling of an engine's index that an operator asked for last. `claim` belongs to the process
 * that does it, which moves `beat_at` on; `expected` are the products there were to read.
 */
export const rebuild = search.table("rebuild", {
  engine: text("engine").primaryKey(),
  claim: uuid("claim").notNull(),
  expected: integer("expected").notNull(),
  asked_at: instant("asked_at").notNull().defaultNow(),
  beat_at: instant("beat_at").notNull().defaultNow(),
  ended_at: instant("ended_at"),
  error: text("error"),
});
