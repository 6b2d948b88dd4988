import { type BenchSystem, type Load, load, printTable } from "./harness";

const parts = ["backend" as const, "database" as const];
/** What the catalog promises against Medusa's own list of products with prices. */
const goals = { uncached: 10, cached: 1 };

/** Searches as shoppers make them: mostly browsing with filters, some text, some deeper pages. */
const browsing = [
  "",
  "province=66",
  "province=66&stars=4",
  "region=mekong-delta",
  "region=mekong-delta&group=food&sort=price",
  "group=handicraft&sort=-stars",
  "group=food&subgroup=tea",
  "kind=tour",
  "stars=5",
  "price_max=99999",
  "price_min=100000&price_max=199999&sort=-price",
  "page=2",
  "group=food&page=5",
  "sort=newest",
  "province=01&province=79&stars=4&stars=5",
  "region=red-river-delta&lang=en",
];
const texts = ["ca phe", "cà phê", "mật ong", "trà", "nuoc mam", "gốm", "mat ong rung", "luc binh"];
const textual = texts.flatMap((text) => {
  const q = `q=${encodeURIComponent(text)}`;
  return [q, `${q}&stars=4`, `${q}&region=mekong-delta`];
});

/**
 * CPU of backend and database for one page of 24 with all seven facets against Medusa's own
 * `GET /store/products` of 24 with prices and no facets, with its cache off and on, in one run.
 */
export async function benchCatalog(system: BenchSystem): Promise<void> {
  const origin = system.settings.urls.backend;
  const headers = { "x-publishable-api-key": system.publishableKey };
  const measure = (urls: string[]) => load(system, { urls, parts, headers });
  const catalog = (queries: string[]) => queries.map((query) => `${origin}/store/catalog?${query}`);
  const region = await regionId(origin, headers);
  const own = `${origin}/store/products?limit=24&fields=*variants.calculated_price&region_id=${region}`;

  await system.restart({ MEDUSA_FF_CACHING: "false" });
  const uncached = await measure([own]);
  await system.restart({});
  const cached = await measure([own]);
  const found: [string, Load][] = [
    ["catalog, browsing with filters", await measure(catalog(browsing))],
    ["catalog, text", await measure(catalog(textual))],
    ["catalog, both in turns", await measure(catalog(mixed(browsing, textual)))],
    ["catalog, one page again and again", await measure(catalog([""]))],
  ];
  const rows = [
    row("Medusa's products, cache off", uncached),
    row("Medusa's products, cache on", cached),
    ...found.map(([name, result]) => ({
      ...row(name, result),
      [`times less than uncached (≥ ${goals.uncached})`]: ratio(uncached, result),
      [`times less than cached (≥ ${goals.cached})`]: ratio(cached, result),
    })),
  ];
  printTable("Catalog search with facets, CPU of backend and database per request", rows);
}

async function regionId(origin: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${origin}/store/regions`, { headers });
  const { regions } = (await answer.json()) as { regions: { id: string }[] };
  return regions[0]?.id ?? "";
}

/** Two searches by text for each three of browsing. */
function mixed(first: string[], second: string[]): string[] {
  return Array.from({ length: 60 }, (_, n) => {
    const list = n % 5 < 3 ? first : second;
    return list[n % list.length] ?? "";
  });
}

function row(name: string, { cpuMs, perSecond, p50, p99, errors }: Load) {
  return {
    what: name,
    "CPU ms": cpuMs.toFixed(2),
    "req/s": Math.round(perSecond),
    "p50 ms": p50,
    "p99 ms": p99,
    errors,
  };
}

function ratio(base: Load, result: Load): string {
  return (base.cpuMs / result.cpuMs).toFixed(1);
}
