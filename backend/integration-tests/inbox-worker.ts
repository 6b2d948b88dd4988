import { setTimeout as sleep } from "node:timers/promises";
import { closeSql, sql } from "../src/lib/sql";
import { processEvent } from "../src/modules/payment-inbox/process";

/** What the parent tells this process to do; it answers what became of the event unless it dies. */
export type InboxTask = {
  name: string;
  lease_ms: number;
  /** When it is killed, as by the system when memory runs out: before or after the event's deed. */
  dies?: "before" | "after";
  /** Milliseconds that the deed takes. */
  deed_ms?: number;
};

const die = () => process.kill(process.pid, "SIGKILL");

process.on("message", async ({ name, lease_ms, dies, deed_ms = 0 }: InboxTask) => {
  const work = async ({ event_id }: { event_id: string }) => {
    await sql()`INSERT INTO public.attempt (event_id, worker) VALUES (${event_id}, ${name})`;
    if (dies === "before") die();
    await sleep(deed_ms);
    // Every deed can be repeated, as those of the real handlers.
    await sql()`INSERT INTO public.deed (event_id, worker) VALUES (${event_id}, ${name})
      ON CONFLICT DO NOTHING`;
    if (dies === "after") die();
  };
  const processed = await processEvent({ vietqr: work, stripe: work }, { lease_ms });
  await closeSql();
  process.send?.({ outcome: processed?.outcome ?? null });
});
process.on("disconnect", () => process.exit(0));
