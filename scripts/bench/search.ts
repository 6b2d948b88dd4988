import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { query } from "../lib/database";
import { runCommand } from "../lib/processes";
import { stage } from "../lib/progress";
import { builtBackend } from "../lib/system";
import { type BenchSystem, printTable } from "./harness";
import { benchSearchOverHttp } from "./search-http";
import { ratio, type SearchFigures, tables } from "./search-tables";

/** Documents of the two indexes that are compared. */
const sizes = [20_000, 200_000] as const;
const databaseName = "cho_lang_bench_search";

/**
 * Search by our two engines and by Medusa's own provider, over the same synthetic documents and
 * with the same questions, at two sizes in one run; then over HTTP, by the production system.
 */
export async function benchSearch(system: BenchSystem): Promise<void> {
  const small = await figuresAt(system, sizes[0]);
  await benchSearchOverHttp(system);
  const large = await figuresAt(system, sizes[1]);
  printTable("p50 at 200,000 documents over p50 at 20,000", growth(small, large));
}

/** In an empty database of its own and a process of its own, which ends with it. */
async function figuresAt(system: BenchSystem, documents: number): Promise<SearchFigures> {
  const url = new URL(system.databaseUrl);
  url.pathname = `/${databaseName}`;
  const renew = (statements: string[]) =>
    query(system.databaseUrl, async (sql) => {
      for (const statement of statements) await sql.unsafe(statement);
    });
  const drop = `DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`;
  await renew([drop, `CREATE DATABASE ${databaseName}`]);
  const logFile = path.join(mkdtempSync(path.join(tmpdir(), "bench-")), "search.log");
  try {
    await stage(`Search engines with ${documents} documents (log: ${logFile})`, () =>
      runCommand(
        "The search bench",
        process.execPath,
        ["./src/scripts/bench-search.js", String(documents)],
        { cwd: builtBackend, env: { ...system.env, DATABASE_URL: url.toString() }, logFile },
      ),
    );
    const line = readFileSync(logFile, "utf8").match(/bench-search (\{.*\})/)?.[1];
    if (!line) throw new Error(`The search bench said nothing; its log is ${logFile}`);
    const figures = JSON.parse(line) as SearchFigures;
    for (const [title, rows] of tables(figures)) {
      printTable(`${title}, ${documents} documents`, rows);
    }
    return figures;
  } finally {
    await renew([drop]);
  }
}

function growth(small: SearchFigures, large: SearchFigures) {
  const goals = { text: 10, browse: 2, typo: 10 } as const;
  return (["postgres", "stock", "meilisearch"] as const).flatMap((engine) => {
    const [before, after] = [small.engines[engine], large.engines[engine]];
    if (!before || !after) return [];
    const row: Record<string, string | number> = { engine };
    for (const name of ["text", "browse", "typo"] as const) {
      const aim = name === "typo" ? "" : ` (≤ ${goals[name]})`;
      row[name + aim] = ratio(after.cases[name].p50, before.cases[name].p50);
    }
    return [row];
  });
}
