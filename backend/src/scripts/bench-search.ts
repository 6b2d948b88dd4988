import { todayInVietnam } from "@cho-lang/shared/calendar";
import { closeSql, sql } from "../lib/sql";
import { type CopyTimes, copyTimes } from "./bench-search-copy";
import { benchDocument } from "./bench-search-documents";
import { type BenchEngine, benchEngines } from "./bench-search-engines";
import { type Asked, type Case, cases } from "./bench-search-queries";

/** As many as the catalog's index is filled with at a time. */
const BATCH = 500;
/** Seconds for the questions of one case, and at most for a slow engine. */
const SECONDS = 3;
const BOUND = 20;
const WARM_UPS = { postgres: 60, stock: 2, meilisearch: 60 };
/** Questions that are asked again and again in the case of repeats. */
const REPEATED = 20;

type Figure = {
  asked: number;
  p50: number;
  p99: number;
  /** Per question, of client and server; null where the server's can't be seen. */
  cpu_ms: number | null;
  /** Share of the questions that found something. */
  found: number;
};

type EngineFigures = {
  fill_ms: number;
  /** Of client and server together; null where the server's can't be seen. */
  fill_cpu_ms: number | null;
  bytes: number;
  cases: Partial<Record<Case | "repeats", Figure>>;
};

/**
 * `node ./src/scripts/bench-search.js 20000` in the built backend: fills each engine with so many
 * synthetic documents in the empty database of DATABASE_URL and asks it the same questions. Prints
 * `bench-search {…}`. Times are milliseconds.
 */
async function benchSearch(count: number): Promise<void> {
  const engines = await benchEngines();
  const found: Partial<Record<BenchEngine["name"], EngineFigures>> = {};
  let copy: CopyTimes | null = null;
  for (const engine of engines) {
    say(`${engine.name}: ${count} documents`);
    const filling = await fill(engine, count);
    if (engine.name === "postgres") copy = await copyTimes("search.documents_bench_search");
    // As autovacuum leaves the tables after a while.
    await sql()`VACUUM ANALYZE`;
    found[engine.name] = { ...filling, bytes: await engine.size(), cases: {} };
  }
  for (const name of ["text", "browse", "typo"] as const) {
    for (const engine of engines) {
      say(`${engine.name}: ${name}`);
      const figures = found[engine.name]?.cases ?? {};
      figures[name] = await measure(engine, cases[name]);
      if (name !== "text") continue;
      figures.repeats = await measure(engine, (number) => cases.text(number % REPEATED));
    }
  }
  for (const engine of engines) await engine.drop();
  process.stdout.write(`bench-search ${JSON.stringify({ engines: found, copy })}\n`);
  await closeSql();
}

/** Only the engine's own time counts, not that of making documents. */
async function fill(
  engine: BenchEngine,
  count: number,
): Promise<Pick<EngineFigures, "fill_ms" | "fill_cpu_ms">> {
  const today = todayInVietnam(new Date());
  await engine.create();
  let fill_ms = 0;
  let cpu_ms = 0;
  const timed = async (work: () => Promise<unknown>) => {
    const [cpu, started] = [engine.cpu?.() ?? 0, performance.now()];
    await work();
    fill_ms += performance.now() - started;
    cpu_ms += (engine.cpu?.() ?? 0) - cpu;
  };
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const documents = Array.from({ length: size }, (_, index) =>
      benchDocument(from + index, today),
    );
    await timed(() => engine.put(documents));
  }
  await timed(engine.settle);
  return { fill_ms, fill_cpu_ms: engine.cpu && cpu_ms };
}

/** One question after another; the first ones, which are others, only warm the caches. */
async function measure(engine: BenchEngine, ask: (number: number) => Asked): Promise<Figure> {
  const warmUps = WARM_UPS[engine.name];
  const limit = performance.now() + BOUND * 1000;
  for (let number = 0; number < warmUps && performance.now() < limit / 2; number += 1) {
    await engine.ask(ask(number));
  }
  const times: number[] = [];
  let found = 0;
  const [cpu, started] = [engine.cpu?.() ?? 0, performance.now()];
  for (
    let before = started;
    before < started + SECONDS * 1000 || (times.length < 10 && before < limit);
    before = performance.now()
  ) {
    const { metadata } = await engine.ask(ask(warmUps + times.length));
    if ((metadata.count ?? 0) > 0) found += 1;
    times.push(performance.now() - before);
  }
  const spent = engine.cpu && engine.cpu() - cpu;
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    asked: times.length,
    p50: at(0.5),
    p99: at(0.99),
    cpu_ms: spent && spent / times.length,
    found: found / times.length,
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (require.main === module) {
  benchSearch(Number(process.argv[2])).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
