import { setTimeout as sleep } from "node:timers/promises";
import { closeSql, sql } from "../../src/lib/sql";
import { drainChanges } from "../../src/modules/search-postgres/drain";

/** What the parent tells this process to do; it answers "done" unless it dies before. */
export type DrainTask = {
  name: string;
  /** When it is killed, as by the system when memory runs out: before or after a batch is written. */
  dies?: "before" | "after";
  /** Milliseconds that a batch takes. */
  batch_ms?: number;
};

const die = () => process.kill(process.pid, "SIGKILL");

process.on("message", async ({ name, dies, batch_ms = 0 }: DrainTask) => {
  const count = await drainChanges({
    engine: "search-postgres",
    build: async (ids) => ids.map((id) => ({ id })),
    put: async (documents) => {
      if (dies === "before") die();
      await sleep(batch_ms);
      await sql()`INSERT INTO public.written (product_id, worker)
        SELECT unnest(${documents.map(({ id }) => id)}::text[]), ${name}`;
      if (dies === "after") die();
      return { status: "succeeded" };
    },
    remove: async () => ({ status: "succeeded" }),
    warn: (message) => process.stderr.write(`${message}\n`),
  });
  await closeSql();
  process.send?.({ count });
});
process.on("disconnect", () => process.exit(0));
