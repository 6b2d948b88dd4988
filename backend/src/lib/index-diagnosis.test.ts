import { describe, expect, it } from "vitest";
import type { IndexCondition } from "../reports/index-condition";
import { SILENT_SECONDS, whatIsWrong } from "./index-diagnosis";

const well: IndexCondition = {
  version: 2,
  physical_name: "catalog_v2",
  status: "ready",
  pending_status: null,
  silent_seconds: 5000,
  waiting: 0,
  dead: 0,
};
const held = new Map([["catalog_v2", 300]]);

describe("what is wrong with an index", () => {
  it("nothing, when it is filled and the engine holds it", () => {
    expect(whatIsWrong(well, held, 300)).toBeNull();
    expect(whatIsWrong(well, held, null)).toBeNull();
  });

  it("nothing is known of an engine that does not answer", () => {
    expect(whatIsWrong(null, null, 300)).toBeNull();
    expect(whatIsWrong(well, null, 300)).toBeNull();
  });

  it("an index that the engine lost, or holds only in part, is filled anew", () => {
    expect(whatIsWrong(well, new Map(), 300)).toContain("lost");
    expect(whatIsWrong(well, new Map([["catalog_v2", 12]]), 300)).toContain("12");
    expect(whatIsWrong(well, new Map([["catalog_v2", 0]]), 0)).toBeNull();
  });

  it("while changes wait, another number of documents is no fault", () => {
    expect(whatIsWrong({ ...well, waiting: 1 }, held, 299)).toBeNull();
  });

  it("products that were laid aside may be missing, but no more than those", () => {
    expect(whatIsWrong({ ...well, dead: 2 }, held, 302)).toBeNull();
    expect(whatIsWrong({ ...well, dead: 2 }, held, 303)).toContain("instead of 303");
  });

  it("a filling is left alone as long as it gives signs of life, and carried on after that", () => {
    const filling = { ...well, pending_status: "building" };
    expect(whatIsWrong({ ...filling, silent_seconds: SILENT_SECONDS }, held, null)).toBeNull();
    expect(whatIsWrong({ ...filling, silent_seconds: SILENT_SECONDS + 1 }, held, null)).toContain(
      "broke off",
    );
    expect(whatIsWrong({ ...well, status: "building", silent_seconds: 1 }, held, null)).toBeNull();
    expect(whatIsWrong({ ...well, status: "building" }, held, null)).toContain("broke off");
  });

  it("a filling that failed is tried again", () => {
    expect(
      whatIsWrong({ ...well, pending_status: "error", silent_seconds: 1 }, held, null),
    ).toContain("broke off");
    expect(whatIsWrong({ ...well, status: "error", silent_seconds: 1 }, held, null)).toContain(
      "failed",
    );
  });

  it("one that was never made or never filled is filled, but not while the first filling begins", () => {
    expect(whatIsWrong(null, held, null)).toContain("no migration");
    const empty = { ...well, version: null, physical_name: null, status: null };
    expect(whatIsWrong({ ...empty, silent_seconds: null }, held, null)).toContain("never");
    const migrated = { ...empty, pending_status: "pending" };
    expect(whatIsWrong({ ...migrated, silent_seconds: 3 }, held, null)).toBeNull();
    expect(whatIsWrong({ ...migrated, silent_seconds: 500 }, held, null)).toContain("broke off");
  });
});
