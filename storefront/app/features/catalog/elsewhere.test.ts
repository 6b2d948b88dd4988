import type { CatalogAnswer, CatalogReading } from "@cho-lang/shared/contracts/catalog";
import { describe, expect, it } from "vitest";
import { elsewhere } from "./elsewhere";
import { readState, searchOf } from "./state";

const read = (search: string) => readState(new URLSearchParams(search));
const answer = (
  counts: Record<string, number>,
  reading: CatalogReading | null = null,
): Pick<CatalogAnswer, "facets" | "reading"> => ({
  facets: {
    kind: ["product", "tour"].map((value) => ({ value, label: value, count: counts[value] ?? 0 })),
    region: [],
    province: [],
    group: [],
    subgroup: [],
    stars: [],
    price: [],
  },
  reading,
});

describe("the page of the other kind", () => {
  it("is offered for the same text with what it has", () => {
    const found = elsewhere("product", read("q=nón lá&page=3&stars=4"), answer({ tour: 2 }));
    expect(found).toMatchObject({ kind: "tour", count: 2, text: "nón lá" });
    expect(found && searchOf(found.state)).toBe("?q=n%C3%B3n+l%C3%A1&stars=4");
    expect(elsewhere("tour", read("q=gạo"), answer({ product: 7 }))).toMatchObject({
      kind: "product",
      count: 7,
      text: "gạo",
    });
  });

  it("names the text as it was read", () => {
    const reading = { kind: "corrected" as const, read_as: "nón lá", left_out: [] };
    const found = elsewhere("product", read("q=nonn la"), answer({ tour: 2 }, reading));
    expect(found).toMatchObject({ text: "nón lá", state: { q: "nonn la" } });
    const typed = { ...reading, kind: "as_typed" as const, read_as: "non la" };
    expect(elsewhere("product", read("q=Nón LÁ"), answer({ tour: 2 }, typed))?.text).toBe("Nón LÁ");
  });

  it("is asked neither for groups of goods nor for a day", () => {
    const goods = elsewhere("product", read("q=chè&group=food&subgroup=tea"), answer({ tour: 1 }));
    expect(goods && searchOf(goods.state)).toBe("?q=ch%C3%A8");
    const visits = elsewhere(
      "tour",
      read("available_on=2026-11-28&party=4&province=66"),
      answer({ product: 9 }),
    );
    expect(visits && searchOf(visits.state)).toBe("?province=66");
  });

  it("is not offered when it is empty, too", () => {
    expect(elsewhere("product", read("q=zzqqxx"), answer({ product: 3 }))).toBeNull();
  });
});
