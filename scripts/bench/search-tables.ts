type Figure = {
  asked: number;
  p50: number;
  p99: number;
  cpu_ms: number | null;
  found: number;
};

type EngineFigures = {
  fill_ms: number;
  fill_cpu_ms: number | null;
  bytes: number;
  cases: Record<"text" | "repeats" | "browse" | "typo", Figure>;
};

/** What backend/src/scripts/bench-search.ts prints. */
export type SearchFigures = {
  engines: { postgres: EngineFigures; stock: EngineFigures; meilisearch?: EngineFigures };
  copy: { indexed_ms: number; bare_ms: number; indexed_cpu_ms: number; bare_cpu_ms: number };
};

type Row = Record<string, string | number>;
type EngineName = keyof SearchFigures["engines"];

const names: Record<EngineName, string> = {
  postgres: "search-postgres",
  stock: "Medusa's own provider",
  meilisearch: "search-meilisearch",
};

/** How many times less CPU than the stock provider each case aims at. */
const cases = [
  { name: "text", title: "text, 3 filters, 4 facets", aim: 8 },
  { name: "repeats", title: "the same, 20 questions in turns", aim: null },
  { name: "browse", title: "browsing, 4 facets", aim: 20 },
  { name: "typo", title: "mistyped text, 4 facets", aim: 500 },
] as const;

export function ratio(one: number, other: number): string {
  const times = one / other;
  return times < 100 ? times.toFixed(2) : String(Math.round(times));
}

/** Questions of one size, and what filling the indexes takes. */
export function tables(figures: SearchFigures): [title: string, rows: Row[]][] {
  return [
    ["Questions, one after another with warm caches", questions(figures)],
    ["Filling in batches of 500", filling(figures)],
  ];
}

function questions({ engines }: SearchFigures): Row[] {
  return cases.flatMap(({ name, title, aim }) =>
    present(engines).map(([engine, { cases: found }]) => {
      const { cpu_ms, p50, p99, asked, found: share } = found[name];
      const stock = engines.stock.cases[name].cpu_ms;
      const less = cpu_ms !== null && stock !== null ? stock / cpu_ms : null;
      return {
        question: title,
        engine: names[engine],
        "CPU ms": cpu_ms === null ? "elsewhere" : cpu_ms.toFixed(2),
        "times less than Medusa's": engine === "stock" || less === null ? "" : less.toFixed(1),
        aim: engine === "postgres" && aim !== null ? verdict(`≥ ${aim}`, (less ?? 0) >= aim) : "",
        "p50 ms": p50.toFixed(1),
        "p99 ms": p99.toFixed(1),
        asked,
        found: `${Math.round(share * 100)} %`,
      };
    }),
  );
}

function filling({ engines, copy }: SearchFigures): Row[] {
  const share = (ms: number, fill_ms: number) => ms / fill_ms;
  return [
    ...present(engines).map(([engine, { fill_ms, fill_cpu_ms, bytes }]) => ({
      what: names[engine] + (engine === "stock" ? ", its indexes made afterwards" : ""),
      seconds: (fill_ms / 1000).toFixed(1),
      "CPU s": fill_cpu_ms === null ? "elsewhere" : (fill_cpu_ms / 1000).toFixed(1),
      MiB: Math.round(bytes / 1_048_576),
      ...(engine === "postgres"
        ? {
            "of COPY's speed": share(copy.indexed_ms, fill_ms).toFixed(2),
            aim: verdict("≥ 0.25", share(copy.indexed_ms, fill_ms) >= 0.25),
          }
        : {}),
    })),
    {
      what: "COPY of the same rows, same indexes",
      seconds: (copy.indexed_ms / 1000).toFixed(1),
      "CPU s": (copy.indexed_cpu_ms / 1000).toFixed(1),
    },
    {
      what: "COPY of the same rows, no index",
      seconds: (copy.bare_ms / 1000).toFixed(1),
      "CPU s": (copy.bare_cpu_ms / 1000).toFixed(1),
    },
  ];
}

function present(engines: SearchFigures["engines"]): [EngineName, EngineFigures][] {
  return (["postgres", "stock", "meilisearch"] as const).flatMap((engine) => {
    const figures = engines[engine];
    return figures ? [[engine, figures] as [EngineName, EngineFigures]] : [];
  });
}

export function verdict(aim: string, isMet: boolean): string {
  return `${aim}: ${isMet ? "met" : "missed"}`;
}
