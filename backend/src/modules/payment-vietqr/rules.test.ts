import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALIKE_MS, chooseRequest, isSameTransfer, type Sighting, splitTransfer } from "./rules";

const now = new Date("2026-11-22T03:00:00Z");
const open = {
  status: "open" as const,
  amount_vnd: 100_000,
  received_vnd: 40_000,
  expires_at: new Date("2026-11-22T03:10:00Z"),
};

describe("Where money goes", () => {
  it("one đồng less than missing is partial, just as much is all, one more is too much", () => {
    expect(splitTransfer(59_999, open, now)).toEqual({ given_vnd: 59_999, rest: null });
    expect(splitTransfer(60_000, open, now)).toEqual({ given_vnd: 60_000, rest: null });
    expect(splitTransfer(60_001, open, now)).toEqual({
      given_vnd: 60_000,
      rest: { amount_vnd: 1, reason: "over" },
    });
  });

  it("without an open request all of it waits, and says why", () => {
    const reasonOf = (request: Parameters<typeof splitTransfer>[1]) =>
      splitTransfer(5, request, now).rest?.reason;
    expect(reasonOf(null)).toBe("unmatched");
    expect(reasonOf({ ...open, status: "paid", received_vnd: 100_000 })).toBe("twice");
    expect(reasonOf({ ...open, status: "closed", received_vnd: 0 })).toBe("late");
    expect(reasonOf({ ...open, status: "returned", received_vnd: 0 })).toBe("late");
  });

  it("a request that nobody closed takes money for a day after its end and not longer", () => {
    const day = 24 * 3_600_000;
    const at = (ms: number) => new Date(open.expires_at.getTime() + ms);
    expect(splitTransfer(5, open, at(day)).given_vnd).toBe(5);
    expect(splitTransfer(5, open, at(day + 1)).rest?.reason).toBe("late");
  });

  it("no đồng is lost and none is made, whatever comes", () => {
    const status = fc.constantFrom("open" as const, "paid" as const, "closed" as const);
    const amount = fc.integer({ min: 1, max: 499_999_999 });
    fc.assert(
      fc.property(status, amount, amount, fc.nat(), (status, came, amount_vnd, seed) => {
        const received_vnd = status === "open" ? seed % amount_vnd : 0;
        const request = { ...open, status, amount_vnd, received_vnd };
        const { given_vnd, rest } = splitTransfer(came, request, now);
        expect(given_vnd + (rest?.amount_vnd ?? 0)).toBe(came);
        expect(received_vnd + given_vnd).toBeLessThanOrEqual(amount_vnd);
      }),
    );
  });

  it("of several purchases in one text only a clear one gets it", () => {
    const [a, b] = [{ status: "open" as const }, { status: "open" as const }];
    const [paid, closed] = [{ status: "paid" as const }, { status: "closed" as const }];
    expect(chooseRequest([])).toBeNull();
    expect(chooseRequest([a])).toBe(a);
    expect(chooseRequest([closed])).toBe(closed);
    expect(chooseRequest([paid, a, closed])).toBe(a);
    expect(chooseRequest([a, b])).toBeNull();
    expect(chooseRequest([paid, closed])).toBeNull();
  });
});

describe("Two sources that speak of one transfer", () => {
  const feed: Sighting = {
    account_number: "0123456789",
    amount_vnd: 250_000,
    content: "MBVCB.12.CL7K3F9X2M.CT tu 01",
    occurred_at: now,
    source: "sepay",
  };
  const line: Sighting = { ...feed, source: "statement", content: "cl 7k3f9x2m" };

  it("agree on account, amount and text within a day and a half", () => {
    expect(isSameTransfer(feed, line)).toBe(true);
    const at = (ms: number) => ({ ...line, occurred_at: new Date(now.getTime() + ms) });
    expect(isSameTransfer(feed, at(ALIKE_MS))).toBe(true);
    expect(isSameTransfer(feed, at(-ALIKE_MS - 1))).toBe(false);
  });

  it.each<[string, Partial<Sighting>]>([
    ["source", { source: "sepay" }],
    ["account", { account_number: "1" }],
    ["amount", { amount_vnd: 250_001 }],
    ["text", { content: "CL7K3F9X2N" }],
    ["empty text", { content: " . " }],
  ])("another %s is another transfer, or the same source twice", (_, change) => {
    expect(isSameTransfer(feed, { ...line, ...change })).toBe(false);
  });
});
