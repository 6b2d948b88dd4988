import { describe, expect, it } from "vitest";
import type { AskedFacts, FillingFacts } from "../../../reports/operator-search";
import { rebuildOf } from "./rebuild";

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 6, 0, second));
const filling = (over: Partial<FillingFacts> = {}): FillingFacts => ({
  status: "processing",
  documents: 1500,
  started_at: at(10),
  beat_at: at(20),
  finished_at: null,
  error: null,
  ...over,
});
const asked = (over: Partial<AskedFacts> = {}): AskedFacts => ({
  engine: "search-postgres",
  expected: 2000,
  asked_at: at(9),
  beat_at: at(20),
  ended_at: null,
  error: null,
  ...over,
});
const told = (
  facts: { filling?: FillingFacts; asked?: AskedFacts },
  now = at(21),
): ReturnType<typeof rebuildOf> =>
  rebuildOf({ filling: facts.filling ?? null, asked: facts.asked ?? null }, 2100, now);

describe("what an operator is told of a rebuild", () => {
  it("nothing of an index that was never filled", () => {
    expect(told({})).toBeNull();
  });

  it("one that was asked for runs from then on, before its first batch too", () => {
    expect(told({ asked: asked() })).toMatchObject({ state: "running", documents: 0 });
    expect(told({ asked: asked(), filling: filling() })).toEqual({
      state: "running",
      started_at: at(9).toISOString(),
      finished_at: null,
      documents: 1500,
      expected: 2000,
      error: null,
    });
  });

  it("an older filling says nothing of the one that was asked for", () => {
    const old = filling({ started_at: at(1), beat_at: at(2), status: "done", finished_at: at(2) });
    expect(told({ asked: asked(), filling: old })).toMatchObject({ state: "running" });
  });

  it("one that another process was doing already is that one", () => {
    const refused = asked({ ended_at: at(11), error: "Another process is filling it." });
    expect(told({ asked: refused, filling: filling({ started_at: at(5) }) })).toMatchObject({
      state: "running",
      started_at: at(5).toISOString(),
      expected: 2100,
    });
  });

  it("one that could not be begun has failed and says why", () => {
    const failed = asked({ ended_at: at(15), error: "The engine is away" });
    expect(told({ asked: failed })).toMatchObject({
      state: "failed",
      finished_at: at(15).toISOString(),
      error: "The engine is away",
    });
  });

  it("one that failed in the middle shows how far it came", () => {
    const failed = filling({ status: "failed", finished_at: at(19), error: "no room" });
    expect(told({ asked: asked({ ended_at: at(19), error: "no room" }), filling: failed })).toEqual(
      expect.objectContaining({ state: "failed", documents: 1500, error: "no room" }),
    );
  });

  it("one whose process died is no longer called running: after one minute when asked for", () => {
    const facts = { asked: asked(), filling: filling() };
    expect(told(facts, new Date(at(20).getTime() + 60_000))?.state).toBe("running");
    expect(told(facts, new Date(at(20).getTime() + 120_001))?.state).toBe("cancelled");
    expect(told({ asked: asked() }, new Date(at(20).getTime() + 60_001))?.state).toBe("cancelled");
  });

  it("one at boot or by a command runs while its batches come", () => {
    expect(told({ filling: filling() })).toMatchObject({ state: "running", expected: 2100 });
    const later = new Date(at(20).getTime() + 120_001);
    expect(told({ filling: filling() }, later)?.state).toBe("cancelled");
  });

  it("one that began after the one that was asked for had ended is another", () => {
    const before = asked({ ended_at: at(9), error: "no room" });
    expect(told({ asked: before, filling: filling() })).toMatchObject({
      state: "running",
      started_at: at(10).toISOString(),
      expected: 2100,
      error: null,
    });
  });
});
