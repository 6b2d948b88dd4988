import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import { MedusaError } from "@medusajs/framework/utils";
import { describe, expect, it } from "vitest";
import { EngineAwayError } from "./engine-away";
import { BEHIND_SECONDS, EngineChooser, FAILURES, servingOf } from "./engine-choice";

type Mood = "well" | "away" | "silent" | "broken" | "refuses" | "lost";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const fresh = {
  engine: "search-meilisearch" as const,
  behind_seconds: 0,
  version: 1,
  is_whole: true,
  is_away: false,
};

function aShop(wishes: { isConfigured?: boolean } = {}) {
  const shop = { mood: "well" as Mood, lag: { ...fresh }, asked: [] as SearchEngine[] };
  const chooser = new EngineChooser({
    isConfigured: () => wishes.isConfigured ?? true,
    lags: async () => [shop.lag],
    warn: () => undefined,
    deadline_ms: 200,
    pause: { initialDelay: 300, maxDelay: 600 },
  });
  const search = () =>
    chooser.ask(async (engine) => {
      shop.asked.push(engine);
      if (engine === "search-postgres") return "from PostgreSQL";
      if (shop.mood === "away") throw new EngineAwayError(engine, "nobody answers");
      if (shop.mood === "silent") await new Promise(() => undefined);
      if (shop.mood === "broken") throw new Error("500");
      if (shop.mood === "lost") throw new MedusaError(MedusaError.Types.NOT_FOUND, "no index");
      if (shop.mood === "refuses") throw new MedusaError(MedusaError.Types.INVALID_DATA, "no");
      return "from Meilisearch";
    });
  return { shop, chooser, search };
}

describe("the choice between the engines", () => {
  it("without Meilisearch PostgreSQL is nobody's stand-in", async () => {
    const { search, chooser } = aShop({ isConfigured: false });
    expect(await search()).toEqual({
      answer: "from PostgreSQL",
      engine: "search-postgres",
      degraded: false,
    });
    expect((await chooser.views()).engines).toHaveLength(1);
  });

  it("Meilisearch answers while it is well", async () => {
    const { search, shop } = aShop();
    expect(await search()).toMatchObject({ engine: "search-meilisearch", degraded: false });
    expect(shop.asked).toEqual(["search-meilisearch"]);
  });

  it.each(["away", "silent", "broken", "lost", "refuses"] as const)(
    "when Meilisearch is %s, every search is answered all the same",
    async (mood) => {
      const { search, shop } = aShop();
      shop.mood = mood;
      for (let time = 0; time < FAILURES + 2; time += 1) {
        expect(await search()).toMatchObject({ engine: "search-postgres", degraded: true });
      }
    },
  );

  it("after three failures it is not asked for a while, and then one search tries it", async () => {
    const { search, shop, chooser } = aShop();
    shop.mood = "away";
    for (let time = 0; time < FAILURES + 4; time += 1) await search();
    expect(shop.asked.filter((engine) => engine === "search-meilisearch")).toHaveLength(FAILURES);
    expect((await chooser.views()).engines[0]?.problem).toBe("unreachable");
    shop.mood = "well";
    await expect
      .poll(search, { timeout: 5000 })
      .toMatchObject({ engine: "search-meilisearch", degraded: false });
    expect(await chooser.views()).toMatchObject({ degraded: false });
  });

  it("while one search tries it, the others do not wait", async () => {
    const { search, shop } = aShop();
    shop.mood = "silent";
    await Promise.all(Array.from({ length: FAILURES }, search));
    await sleep(900);
    const trying = search();
    const before = performance.now();
    expect(await search()).toMatchObject({ engine: "search-postgres", degraded: true });
    expect(performance.now() - before).toBeLessThan(150);
    expect(await trying).toMatchObject({ degraded: true });
  });

  it("a question that both refuse is refused, and is no failure of the engine", async () => {
    const { chooser } = aShop();
    const refusal = new MedusaError(MedusaError.Types.INVALID_DATA, "no such field");
    for (let time = 0; time < FAILURES + 1; time += 1) {
      await expect(chooser.ask(() => Promise.reject(refusal))).rejects.toBe(refusal);
    }
    expect(await chooser.views()).toMatchObject({ degraded: false });
  });

  it.each([
    ["behind", { behind_seconds: BEHIND_SECONDS + 1 }],
    ["not_built", { version: null }],
    ["not_built", { is_whole: false }],
    ["not_built", { is_whole: false, is_away: true }],
    ["unreachable", { version: null, is_away: true }],
    ["unreachable", { behind_seconds: BEHIND_SECONDS + 1, is_away: true }],
  ])("an index that is %s is not asked at all", async (problem, change) => {
    const { search, shop, chooser } = aShop();
    Object.assign(shop.lag, change);
    expect(await search()).toMatchObject({ engine: "search-postgres", degraded: true });
    expect(shop.asked).toEqual(["search-postgres"]);
    expect((await chooser.views()).engines[0]).toMatchObject({ serves: false, problem });
    Object.assign(shop.lag, fresh);
    // The state of the queue is read once a second.
    await sleep(1500);
    expect(await search()).toMatchObject({ engine: "search-meilisearch", degraded: false });
  });

  it("thirty seconds behind is still fresh enough", async () => {
    const { search, shop } = aShop();
    shop.lag.behind_seconds = BEHIND_SECONDS;
    expect(await search()).toMatchObject({ engine: "search-meilisearch" });
  });
});

describe("what an engine does for shoppers", () => {
  it("is nothing before its index was filled, whoever is chosen", () => {
    const view = { engine: "search-postgres", serves: true, problem: null } as const;
    expect(servingOf(null, view)).toEqual({ serves: false, problem: "not_built" });
    expect(servingOf(null, { ...view, problem: "unreachable" }).problem).toBe("unreachable");
    expect(servingOf(1, view)).toEqual({ serves: true, problem: null });
    expect(servingOf(1, undefined)).toEqual({ serves: false, problem: null });
  });
});
