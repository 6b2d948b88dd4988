import { searchDatabase } from "../../../integration-tests/search/database";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { productsDrainedSince } from "../../reports/catalog-lag";
import {
  coalesceChanges,
  failChanges,
  finishChanges,
  MOST_TRIES,
  noteChanges,
  takeChanges,
} from "./changes";
import { listDeadLetters, queueState, retryDeadLetters } from "./dead-letters";
import { LONGEST_REST, restEngine, unregisterEngine, wakeEngine } from "./engines";
import { ENGINE } from "./plan";
import { change, documentIndex, drained, engine } from "./tables";

const OTHER = "search-meilisearch";

/** As `registerEngine` does in a shop that has no products yet. */
async function feedTheOtherToo(): Promise<void> {
  await sql()`INSERT INTO search.engine (name, index_name) VALUES (${OTHER}, 'catalog_meilisearch')`;
}

describe("the queue of changes", () => {
  searchDatabase("changes");

  beforeEach(async () => {
    await sql()`TRUNCATE search.change, search.drained`;
    await unregisterEngine(OTHER);
  });

  itBelievesIn([documentIndex, engine, change, drained]);

  it("many edits of one product are one piece of work", async () => {
    await noteChanges(["p1", "p2", "p1", "p1"]);
    const due = await takeChanges(ENGINE, 10);
    expect(due.map((item) => [item.product_id, item.change_ids.length])).toEqual([
      ["p1", 3],
      ["p2", 1],
    ]);
  });

  it("an edit that comes while its product is drained is not lost", async () => {
    await noteChanges(["p1"]);
    const due = await takeChanges(ENGINE, 10);
    await noteChanges(["p1"]);
    await finishChanges(ENGINE, due, 1);
    expect(await takeChanges(ENGINE, 10)).toHaveLength(1);
    expect(await productsDrainedSince(new Date(Date.now() - 60_000))).toEqual(["p1"]);
  });

  it("what can't be built is tried eight times, later and later, and then laid aside", async () => {
    await noteChanges(["p1"]);
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const due = await takeChanges(ENGINE, 10);
      expect(due).toHaveLength(1);
      await failChanges(due, "broken");
      expect(await takeChanges(ENGINE, 10)).toEqual([]);
      await sql()`UPDATE search.change SET next_try_at = now() - interval '1 second'`;
    }
    expect(await takeChanges(ENGINE, 10)).toEqual([]);
    await noteChanges(["p1"]);
    await finishChanges(ENGINE, await takeChanges(ENGINE, 10), 1);
    expect((await sql()`SELECT count(*)::int AS count FROM search.change`)[0]?.count).toBe(0);
  });

  it("each engine has its own queue, and one that is behind holds up no other", async () => {
    await feedTheOtherToo();
    await noteChanges(["p1", "p2"]);
    await finishChanges(ENGINE, await takeChanges(ENGINE, 10), 1);
    expect(await takeChanges(ENGINE, 10)).toEqual([]);
    expect(await takeChanges(OTHER, 10)).toHaveLength(2);
    await sql()`UPDATE search.change SET changed_at = now() - interval '90 seconds'`;
    const [other, own] = await queueState();
    expect(own).toEqual({ engine: ENGINE, waiting: 0, lag_seconds: 0, dead: 0 });
    expect(other).toMatchObject({ engine: OTHER, waiting: 2, dead: 0 });
    expect(other?.lag_seconds).toBeGreaterThanOrEqual(90);
    await unregisterEngine(OTHER);
    expect(await queueState()).toHaveLength(1);
    expect(await takeChanges(OTHER, 10)).toEqual([]);
  });

  it("the queue of an engine that is away grows no longer than the catalog", async () => {
    for (let time = 0; time < 50; time += 1) await noteChanges(["p1", "p2"]);
    const [oldest] = await sql()`SELECT min(id)::integer AS id FROM search.change`;
    await coalesceChanges(ENGINE);
    const due = await takeChanges(ENGINE, 10);
    expect(due.map((item) => [item.product_id, item.change_ids.length])).toEqual([
      ["p1", 1],
      ["p2", 1],
    ]);
    expect(due[0]?.change_ids[0]).toBe(oldest?.id);
  });

  it("an engine rests longer after each failure, and is woken by the first success", async () => {
    const pauses: number[] = [];
    for (let time = 0; time < 8; time += 1) pauses.push(await restEngine(ENGINE, "nobody there"));
    expect(pauses).toEqual([2, 4, 8, 16, 32, LONGEST_REST, LONGEST_REST, LONGEST_REST]);
    await wakeEngine(ENGINE);
    expect(await restEngine(ENGINE, "nobody there")).toBe(2);
    await wakeEngine(ENGINE);
  });

  it("what was laid aside is shown with why, and gets all its tries again when asked", async () => {
    await feedTheOtherToo();
    await noteChanges(["p1", "p2", "p3"]);
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      await failChanges(await takeChanges(ENGINE, 10), `broken ${attempt}`);
      await sql()`UPDATE search.change SET next_try_at = now() WHERE dead_at IS NULL`;
    }
    const page = await listDeadLetters({ engine: ENGINE, limit: 2, offset: 1 });
    expect(page.count).toBe(3);
    expect(page.dead_letters.map((letter) => letter.product_id)).toEqual(["p2", "p3"]);
    expect(page.dead_letters[0]).toMatchObject({
      tries: MOST_TRIES,
      error: `broken ${MOST_TRIES}`,
    });
    expect((await listDeadLetters({ engine: OTHER, limit: 9, offset: 0 })).count).toBe(0);
    expect(await retryDeadLetters({ engine: ENGINE, product_ids: ["p2", "p9"] })).toBe(1);
    expect(await retryDeadLetters({ engine: ENGINE })).toBe(2);
    expect(await takeChanges(ENGINE, 10)).toHaveLength(3);
  });

  it("what one engine laid aside stays aside when another's is tried again", async () => {
    await feedTheOtherToo();
    await noteChanges(["p1"]);
    await sql()`UPDATE search.change SET dead_at = now(), tries = ${MOST_TRIES}`;
    expect(await retryDeadLetters({ engine: OTHER })).toBe(1);
    expect(await takeChanges(ENGINE, 10)).toEqual([]);
    expect(await takeChanges(OTHER, 10)).toHaveLength(1);
  });
});
