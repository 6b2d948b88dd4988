import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Actor } from "../../../lib/actor";

/** What every stage of the seeding works with. */
export interface Seeding {
  container: MedusaContainer;
  /** In whose name certificates are handed in. */
  actor: Actor;
}

/** What a stage did: rows it added, rows that were there. */
export interface Outcome {
  added: number;
  present: number;
}

/** In whose name the seed acts before there is an operator. */
export const SEED_ACTOR: Actor = { id: "seed", name: "Dữ liệu mẫu" };

/** Runs a stage and prints one line: its name, what it did and how long it took. */
export async function stage(name: string, work: () => Promise<Outcome>): Promise<void> {
  const started = performance.now();
  const { added, present } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    `${name.padEnd(14)} ${String(added).padStart(5)} added, ${String(present).padStart(5)} present  ${seconds.padStart(5)} s`,
  );
}

/** One line of progress. Not the logger: its time stamps and colours hide the numbers. */
export function say(line: string): void {
  process.stdout.write(`seed  ${line}\n`);
}

/** The list in pieces of at most `size`. */
export function batches<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** query.graph, typed by the caller, as the generated types do not know our links. */
export async function graph<Row>(
  container: MedusaContainer,
  input: { entity: string; fields: string[]; filters?: Record<string, unknown> },
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph(input);
  return data as Row[];
}

/** The value of a key that an earlier stage must have made. @throws when it did not. */
export function mustHave<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} is missing; run the seed again.`);
  return value;
}
