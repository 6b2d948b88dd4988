import { randomUUID } from "node:crypto";
import { RefusalError } from "../../src/lib/errors";
import { closeSql, sql } from "../../src/lib/sql";
import BookingModuleService from "../../src/modules/booking/service";
import { letThemLoose, type World } from "./deeds";
import { adults } from "./rows";

/** What the parent tells this process to do; it answers once with what came of it. */
export type Task =
  | { kind: "deeds"; world: World; persons: number; seed: number; ms: number }
  | { kind: "buy"; world: World; departure_id: string; buyers: number };

/** Guests who all want one seat of one departure at once; the codes of those who were refused. */
async function buy(task: Extract<Task, { kind: "buy" }>): Promise<string[]> {
  const service = new BookingModuleService();
  return Promise.all(
    Array.from({ length: task.buyers }, async () => {
      const uuid = randomUUID();
      try {
        await service.hold({
          uuid,
          departure_id: task.departure_id,
          party: adults(task.world.tour, 1),
          cart_id: `cart_${uuid}`,
          address: uuid,
        });
        return "held";
      } catch (error) {
        return error instanceof RefusalError ? String(error.code) : String(error);
      }
    }),
  );
}

process.on("message", async (task: Task) => {
  const answer =
    task.kind === "buy"
      ? await buy(task)
      : await letThemLoose(new BookingModuleService(), task.world, task);
  process.send?.({ answer });
});
process.on("disconnect", () => {
  void closeSql().finally(() => process.exit(0));
});

/** Connections are open and code is loaded before the parent is told to go on. */
async function warmUp(): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, () => sql()`SELECT pg_sleep(0.05)`));
  process.send?.({ ready: true });
}
void warmUp();
