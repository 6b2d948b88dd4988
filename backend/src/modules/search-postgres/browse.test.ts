import { describe, expect, it } from "vitest";
import { isRare } from "./browse";

describe("how a page is looked for", () => {
  it("what many pass is come upon in the index of the order", () => {
    expect(isRare({ passing: 9000, all: 200_000 }, 24)).toBe(false);
    expect(isRare({ passing: 24, all: 60 }, 24)).toBe(false);
  });

  it("what few or none pass is looked for by itself", () => {
    expect(isRare({ passing: 0, all: 200_000 }, 24)).toBe(true);
    expect(isRare({ passing: 300, all: 200_000 }, 24)).toBe(true);
  });

  it("the further the page, the sooner all are looked for", () => {
    expect(isRare({ passing: 20_000, all: 200_000 }, 24)).toBe(false);
    expect(isRare({ passing: 20_000, all: 200_000 }, 10_000)).toBe(true);
  });
});
