import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";
import { query } from "../lib/database";
import { wait } from "../lib/processes";
import { stage } from "../lib/progress";
import { medusa } from "../lib/system";
import { type BenchSystem, printTable } from "./harness";

const seconds = 8;
const connections = 4;
/** How long Meilisearch may take until it has the catalog and answers. */
const patienceMs = 300_000;

type Row = Record<string, string | number>;

/** Requests per second and waiting times of the production system, by each engine that there is. */
export async function benchSearchOverHttp(system: BenchSystem): Promise<void> {
  const titles = await titlesOf(system);
  const lists: [string, string[]][] = [
    ["mixed, each another", mixed(titles)],
    ["mixed, 40 in turns", mixed(titles).slice(0, 40)],
    ["suggestions, each another", suggestions(titles)],
  ];
  const rows: Row[] = [];
  const fillings: Row[] = [];
  for (const engine of ["search-postgres", "search-meilisearch"] as const) {
    const isOther = engine === "search-meilisearch";
    if (isOther && !system.env.MEILISEARCH_HOST) continue;
    const without = { MEILISEARCH_HOST: "", MEILISEARCH_API_KEY: "" };
    await system.restart(isOther ? {} : without);
    await stage(`Wait until ${engine} answers`, () => untilAnswers(system, engine));
    fillings.push({ engine, seconds: await reindexSeconds(system, engine) });
    for (const [what, paths] of lists) {
      const before = system.memory("backend");
      const found = await load(system, paths);
      rows.push({ engine, requests: what, ...found, "MiB before": before });
    }
  }
  printTable("npm run search:reindex, products read from the shop", fillings);
  printTable("Over HTTP, 4 connections, the production system's own catalog", rows);
}

async function reindexSeconds(system: BenchSystem, engine: string): Promise<string> {
  const logFile = path.join(mkdtempSync(path.join(tmpdir(), "bench-")), "reindex.log");
  await stage(`Fill the catalog's index of ${engine} anew`, () =>
    medusa("The filling", ["exec", "./src/scripts/reindex.js", "--", "--engine", engine], {
      env: { LOG_LEVEL: "warn", ...system.env },
      logFile,
    }),
  );
  return readFileSync(logFile, "utf8").match(/in use, after ([\d.]+) s/)?.[1] ?? "?";
}

async function titlesOf(system: BenchSystem): Promise<string[]> {
  const rows = await query(
    system.databaseUrl,
    (sql) => sql<{ title: string }[]>`SELECT title FROM product
      WHERE deleted_at IS NULL ORDER BY md5(id) LIMIT 3000`,
  );
  return rows.map(({ title }) => title);
}

const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** In ten requests: four of browsing, three of plain text, two with filters, one mistyped. */
function mixed(titles: string[]): string[] {
  const regions = ["mekong-delta", "red-river-delta", "southeast", "north-central"];
  const provinces = ["01", "04", "11", "24", "37", "48", "66", "68", "79", "82", "92"];
  return titles.map((title, number) => {
    const words = title.split(" ").slice(0, 1 + (number % 3));
    const text = number % 2 === 0 ? words.join(" ") : plain(words.join(" "));
    const [region, province] = [regions[number % 4], provinces[number % 11]];
    const asked = [
      { page: String(1 + (number % 7)), price_max: String(20_000 + 500 * number) },
      { province, stars: String(3 + (number % 3)) },
      { region, sort: "price", page: String(1 + (number % 4)) },
      { kind: number % 20 === 3 ? "tour" : "product", group: "food", sort: "newest" },
      { q: text },
      { q: text, page: "2" },
      { q: words.join(" ") },
      { q: text, region, stars: "4" },
      { q: text, price_max: String(50_000 + 1000 * (number % 400)) },
      { q: `${title.split(" ")[0]} ${mistyped(title)}` },
    ][number % 10];
    return `/store/catalog?${new URLSearchParams(asked as Record<string, string>)}`;
  });
}

/** The longest word without its second letter. */
function mistyped(title: string): string {
  const [longest = ""] = title.split(" ").sort((a, b) => b.length - a.length);
  return longest.slice(0, 1) + longest.slice(2);
}

/** What somebody has typed after two to nine keys. */
function suggestions(titles: string[]): string[] {
  return titles.map((title, number) => {
    const text = (number % 2 === 0 ? title : plain(title)).slice(0, 2 + (number % 8));
    return `/store/catalog/suggest?${new URLSearchParams({ q: text })}`;
  });
}

/** All connections take from one list, so that no two ask the same at the same time. */
async function load(system: BenchSystem, paths: string[]): Promise<Row> {
  let number = 0;
  const run = (duration: number) =>
    autocannon({
      url: system.settings.urls.backend,
      connections,
      duration,
      headers: { "x-publishable-api-key": system.publishableKey },
      requests: [
        {
          setupRequest: (request) => {
            const path = paths[number % paths.length] ?? "";
            number += 1;
            return { ...request, path };
          },
        },
      ],
    });
  const cpu = () => system.cpu("backend") + system.cpu("database");
  await run(2);
  const before = cpu();
  const { requests, latency, errors, non2xx } = await run(seconds);
  return {
    "req/s": Math.round(requests.average),
    "p50 ms": latency.p50,
    "p99 ms": latency.p99,
    "CPU ms": (((cpu() - before) * 1000) / requests.total).toFixed(1),
    "not answered": errors + non2xx,
    "MiB after": system.memory("backend"),
  };
}

async function untilAnswers(system: BenchSystem, engine: string): Promise<void> {
  for (const stopAt = Date.now() + patienceMs; Date.now() < stopAt; await wait(500)) {
    const answer = await fetch(`${system.settings.urls.backend}/store/catalog?page_size=1`, {
      headers: { "x-publishable-api-key": system.publishableKey },
    });
    const { engine: answered } = (await answer.json()) as { engine?: string };
    if (answered === engine) return;
  }
  throw new Error(`${engine} does not answer searches.`);
}
