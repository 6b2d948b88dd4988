import { searchDatabase } from "../../../integration-tests/search/database";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { emptyQueries } from "../../reports/operator-search";
import {
  flushEmptyQueries,
  MOST_A_DAY,
  noteEmptyQuery,
  trimEmptyQueries,
  writeEmptyQueries,
} from "./empty-queries";
import { emptyQuery, rebuild } from "./operator-tables";
import { beatRebuild, claimRebuild, endRebuild } from "./rebuilds";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";
const everything = { since: "2000-01-01", limit: 100, offset: 0 };

searchDatabase("operator-search");
beforeEach(async () => {
  await sql()`TRUNCATE search.empty_query, search.rebuild`;
});
itBelievesIn([emptyQuery, rebuild]);

describe("texts that found nothing", () => {
  const at = (time: string) => new Date(`2026-11-${time}Z`);
  const noted = (text: string, time: string, times = 1) => ({
    folded: text.toLowerCase(),
    text,
    times,
    last_at: at(time),
  });

  it("what is noted is written together and counted once", async () => {
    noteEmptyQuery("Rượu sim");
    noteEmptyQuery("ruou sim");
    noteEmptyQuery("lan@example.com");
    expect((await emptyQueries(everything)).count).toBe(0);
    await flushEmptyQueries();
    await flushEmptyQueries();
    const { count, rows } = await emptyQueries(everything);
    expect([count, rows.map(({ text, times }) => [text, times])]).toEqual([1, [["ruou sim", 2]]]);
  });

  it("days are Vietnam's: 17:00 UTC is the next one", async () => {
    await writeEmptyQueries([noted("mai", "20T16:59:59", 2)]);
    await writeEmptyQueries([noted("Mai", "20T17:00:00", 3)]);
    const rows = await sql()`SELECT day::text AS day, times FROM search.empty_query ORDER BY day`;
    expect(rows.map(({ day, times }) => [day, times])).toEqual([
      ["2026-11-20", 2],
      ["2026-11-21", 3],
    ]);
    const asked = await emptyQueries({ ...everything, since: "2026-11-21" });
    expect(asked.rows[0]).toMatchObject({ text: "Mai", times: 3 });
    expect((await emptyQueries(everything)).rows).toMatchObject([
      { text: "Mai", times: 5, last_at: at("20T17:00:00") },
    ]);
  });

  it("the most frequent come first, then the latest, page by page without repeats", async () => {
    await writeEmptyQueries([
      noted("a", "20T01:00:00"),
      noted("b", "20T02:00:00"),
      noted("c", "20T03:00:00", 9),
    ]);
    const page = async (offset: number) =>
      (await emptyQueries({ ...everything, limit: 2, offset })).rows.map(({ text }) => text);
    expect([await page(0), await page(2), await page(4)]).toEqual([["c", "b"], ["a"], []]);
  });

  it("processes that write the same texts at the same time lose none", async () => {
    const texts = Array.from({ length: 40 }, (_, index) => noted(`t${index}`, "20T01:00:00"));
    await Promise.all([
      ...Array.from({ length: 5 }, () => writeEmptyQueries(texts)),
      ...Array.from({ length: 5 }, () => writeEmptyQueries([...texts].reverse())),
    ]);
    const { count, rows } = await emptyQueries(everything);
    expect([count, new Set(rows.map(({ times }) => times))]).toEqual([40, new Set([10])]);
  });

  it("a full day takes no new text and goes on counting those it has", async () => {
    await sql()`INSERT INTO search.empty_query (folded, day, text, times, last_at)
      SELECT 'x' || n, '2026-11-20', 'x', 1, now() FROM generate_series(1, ${MOST_A_DAY}::integer) n`;
    await writeEmptyQueries([noted("new", "20T01:00:00"), noted("x1", "20T01:00:00")]);
    await writeEmptyQueries([noted("new", "21T01:00:00")]);
    const rows = await sql()`SELECT folded, day::text AS day, times FROM search.empty_query
      WHERE folded IN ('new', 'x1') ORDER BY folded`;
    expect(rows.map(({ folded, day, times }) => [folded, day, times])).toEqual([
      ["new", "2026-11-21", 1],
      ["x1", "2026-11-20", 2],
    ]);
  });

  it("at night old days and the rarest beyond the most are forgotten", async () => {
    await writeEmptyQueries([
      noted("often", "20T01:00:00", 5),
      noted("rare", "20T02:00:00"),
      noted("rarer", "20T01:00:00"),
    ]);
    await sql()`INSERT INTO search.empty_query VALUES ('old', '2026-08-24', 'old', 99, now())`;
    expect(await trimEmptyQueries("2026-11-22", 2)).toBe(2);
    const { rows } = await emptyQueries(everything);
    expect(rows.map(({ text }) => text)).toEqual(["often", "rare"]);
    expect(await trimEmptyQueries("2026-11-22", 2)).toBe(0);
  });
});

describe("the claim of a rebuild", () => {
  const claim = (by: string) => claimRebuild({ engine: "search-postgres", claim: by, expected: 7 });

  it("one of many that ask at the same time gets it, others when it has ended", async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `${A.slice(0, -1)}${index}`);
    const won = (await Promise.all(ids.map(claim))).filter(Boolean);
    expect(won).toHaveLength(1);
    expect(await claimRebuild({ engine: "search-meilisearch", claim: B, expected: 7 })).toBe(true);
  });

  it("it ends once, with the first reason, and is free again", async () => {
    expect(await claim(A)).toBe(true);
    expect(await claim(B)).toBe(false);
    await endRebuild(B, "not mine");
    expect(await claim(B)).toBe(false);
    await endRebuild(A, "no room on the disk");
    await endRebuild(A, "later");
    expect(await sql()`SELECT error FROM search.rebuild`).toMatchObject([
      { error: "no room on the disk" },
    ]);
    expect(await claim(B)).toBe(true);
    expect(await sql()`SELECT error, ended_at FROM search.rebuild`).toMatchObject([
      { error: null, ended_at: null },
    ]);
  });

  it("one whose process fell silent can be taken over, and its late beats change nothing", async () => {
    await claim(A);
    await sql()`UPDATE search.rebuild SET beat_at = now() - interval '50 seconds'`;
    expect(await claim(B)).toBe(false);
    await sql()`UPDATE search.rebuild SET beat_at = now() - interval '61 seconds'`;
    expect(await claim(B)).toBe(true);
    await endRebuild(A, null);
    await beatRebuild(A);
    expect(await claim(A)).toBe(false);
  });
});
