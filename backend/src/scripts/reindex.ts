import { type SearchEngine, searchEngines } from "@cho-lang/shared/contracts/operator-search";
import type { ExecArgs } from "@medusajs/framework/types";
import { searchModule } from "../lib/catalog-feed";
import { CATALOG_INDEX } from "../lib/catalog-index";
import { env } from "../lib/env";
import { closeSql } from "../lib/sql";
import { installTriggers, rebuildIndex, registerEngine } from "../modules/search-postgres";
import { catalogIndexes, productCount } from "../reports/operator-search";

/** Milliseconds between two lines of progress. */
const LINE = 1000;

/**
 * Fills the catalog's index anew beside the one in use and switches over when it is complete;
 * shoppers notice nothing. Run by `medusa exec`, with `--engine search-meilisearch` for one engine,
 * else for each that is configured. A run that was killed is carried on by the next.
 */
export default async function reindex({ container, args }: ExecArgs): Promise<void> {
  const installed = await installTriggers();
  if (installed.length > 0) say(`Changes are now noted on: ${installed.join(", ")}`);
  const search = searchModule(container);
  for (const engine of wantedEngines([...args, ...process.argv])) {
    const index = CATALOG_INDEX[engine];
    await registerEngine(engine, index);
    const begun = new Date();
    const stop = tellProgress(engine, index, begun);
    try {
      const outcome = await rebuildIndex(search, { engine, index });
      await stop();
      if (outcome === "running") throw new Error(`Another process is filling ${engine} just now.`);
      const seconds = (Date.now() - begun.getTime()) / 1000;
      const how = outcome === "resumed" ? "carried on and " : "";
      say(`${engine}: ${how}filled and in use, after ${seconds.toFixed(1)} s`);
    } finally {
      await stop();
    }
  }
  await closeSql();
}

/** Writes a line a second while documents are written; the returned deed ends it. */
function tellProgress(engine: SearchEngine, index: string, begun: Date): () => Promise<void> {
  let isOver = false;
  let first: number | null = null;
  let last = -1;
  const tell = async () => {
    const [[facts], expected] = await Promise.all([catalogIndexes([index]), productCount()]);
    const filling = facts?.filling;
    if (!filling || filling.started_at < begun) return;
    first ??= filling.documents;
    if (filling.documents === last) return;
    last = filling.documents;
    const seconds = Math.max(0.001, (Date.now() - filling.started_at.getTime()) / 1000);
    const rate = Math.round((filling.documents - first) / seconds);
    say(`${engine}: ${filling.documents} of ${expected} products, ${rate} a second`);
  };
  const loop = (async () => {
    while (!isOver) {
      await tell();
      await new Promise((resolve) => setTimeout(resolve, LINE));
    }
  })();
  return async () => {
    isOver = true;
    await loop;
  };
}

/** @throws RangeError for an engine that does not exist or is not configured. */
function wantedEngines(args: readonly string[]): SearchEngine[] {
  const configured = searchEngines.filter(
    (engine) => engine === "search-postgres" || env.MEILISEARCH_HOST !== undefined,
  );
  const at = args.indexOf("--engine");
  if (at < 0) return configured;
  const wanted = configured.find((engine) => engine === args[at + 1]);
  if (wanted) return [wanted];
  throw new RangeError(
    `Write one of ${configured.join(", ")} after --engine; search-meilisearch needs MEILISEARCH_HOST.`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
