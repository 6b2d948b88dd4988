import { searchDatabase } from "../../../integration-tests/search/database";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { productsDrainedSince } from "../../reports/catalog-lag";
import { failChanges, finishChanges, MOST_TRIES, noteChanges, takeChanges } from "./changes";
import { change, documentIndex, drained } from "./tables";

describe("the queue of changes", () => {
  searchDatabase("changes");

  beforeEach(async () => {
    await sql()`TRUNCATE search.change, search.drained`;
  });

  itBelievesIn([documentIndex, change, drained]);

  it("many edits of one product are one piece of work", async () => {
    await noteChanges(["p1", "p2", "p1", "p1"]);
    const due = await takeChanges(10);
    expect(due.map((item) => [item.product_id, item.change_ids.length])).toEqual([
      ["p1", 3],
      ["p2", 1],
    ]);
  });

  it("an edit that comes while its product is drained is not lost", async () => {
    await noteChanges(["p1"]);
    const due = await takeChanges(10);
    await noteChanges(["p1"]);
    await finishChanges(due, 1);
    expect(await takeChanges(10)).toHaveLength(1);
    expect(await productsDrainedSince(new Date(Date.now() - 60_000))).toEqual(["p1"]);
  });

  it("what can't be built is tried eight times, later and later, and then laid aside", async () => {
    await noteChanges(["p1"]);
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const due = await takeChanges(10);
      expect(due).toHaveLength(1);
      await failChanges(due, "broken");
      expect(await takeChanges(10)).toEqual([]);
      await sql()`UPDATE search.change SET next_try_at = now() - interval '1 second'`;
    }
    expect(await takeChanges(10)).toEqual([]);
    await noteChanges(["p1"]);
    await finishChanges(await takeChanges(10), 1);
    expect((await sql()`SELECT count(*)::int AS count FROM search.change`)[0]?.count).toBe(0);
  });
});
