import {
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

const search = pgSchema("search");
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

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
