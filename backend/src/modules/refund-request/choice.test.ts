import type { OrderProgress } from "@cho-lang/shared/domain/purchase";
import { REASONS_AT, RETURN_DAYS } from "@cho-lang/shared/domain/refund-request";
import { describe, expect, it } from "vitest";
import { canCallOff, choiceOf, type OrderFacts, type VisitFacts } from "./choice";

const hour = 60 * 60 * 1000;
const now = new Date("2026-11-22T08:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * hour);
const goods = { id: "goods", quantity: 2, total_vnd: 200_000, is_visit: false, visit: null };
const POLICY = [
  { hours_before: 48, refund_percent: 100 },
  { hours_before: 24, refund_percent: 50 },
];

function aVisit(hours: number, over: Partial<VisitFacts> = {}) {
  const facts = { starts_at: inHours(hours), has_come: false, is_cancelled: false, policy: POLICY };
  const visit = { ...facts, ...over };
  return { id: "visit", quantity: 1, total_vnd: 500_001, is_visit: true, visit };
}

/** A paid order of goods, or with a visit only: of that. */
function anOrder(progress: OrderProgress, over: Partial<OrderFacts> = {}): OrderFacts {
  const lines = over.lines ?? [goods];
  const has_parcel = lines.some(({ is_visit }) => !is_visit);
  const shipping_vnd = has_parcel ? 22_000 : 0;
  const total_vnd = lines.reduce((sum, line) => sum + line.total_vnd, shipping_vnd);
  const delivered_at = ["delivered", "visited"].includes(progress) ? inHours(-1) : null;
  const facts = { progress, has_parcel, delivered_at, shipping_vnd, total_vnd, lines };
  return { ...facts, collected_vnd: total_vnd, ...over };
}

describe("What can be asked of an order", () => {
  it.each(["to_confirm", "to_pack", "to_ship"] as const)("is %s: to call all of it off", (at) => {
    const choice = choiceOf(anOrder(at), [], now);
    expect(choice).toMatchObject({ closed: null, until: null, is_whole: true, by_rules_vnd: null });
    expect(choice.reasons).toEqual(REASONS_AT[at]);
    expect(choiceOf(anOrder(at, { collected_vnd: 0 }), [], now).closed).toBeNull();
  });

  it.each(["cancelled", "refused", "returned"] as const)("is nothing once it is %s", (at) => {
    expect(choiceOf(anOrder(at), [], now)).toMatchObject({ closed: "nothing_fits", reasons: [] });
  });

  it("is open for seven days after delivery, to the very moment", () => {
    const at = (milliseconds: number) => {
      const delivered_at = new Date(now.getTime() - RETURN_DAYS * 24 * hour + milliseconds);
      return choiceOf(anOrder("delivered", { delivered_at }), [], now);
    };
    expect(at(0)).toMatchObject({ closed: null, until: now });
    expect(at(-1)).toMatchObject({ closed: "too_late", lines: [] });
  });

  it("is nothing of what was never paid, once it has left", () => {
    const unpaid = anOrder("shipped", { collected_vnd: 0 });
    expect(choiceOf(unpaid, [], now).closed).toBe("nothing_fits");
    expect(choiceOf(anOrder("shipped"), [], now)).toMatchObject({ closed: null, until: null });
  });

  it("waits for an earlier request, and leaves out what was refunded", () => {
    const asked = { lines: [{ id: "goods", quantity: 1 }] };
    const of = (state: "open" | "paying" | "refused" | "refunded") =>
      choiceOf(anOrder("delivered"), [{ ...asked, state }], now);
    expect(of("open").closed).toBe("request_open");
    expect(of("paying").closed).toBe("request_open");
    expect(of("refused").lines).toEqual([{ ...rest(goods), quantity: 2 }]);
    expect(of("refunded").lines).toEqual([{ ...rest(goods), quantity: 1, total_vnd: 100_000 }]);
    const all = [{ ...asked, lines: [{ id: "goods", quantity: 2 }], state: "refunded" as const }];
    expect(choiceOf(anOrder("delivered"), all, now).closed).toBe("nothing_fits");
  });

  const rest = ({ id, quantity, total_vnd, is_visit }: OrderFacts["lines"][number]) => ({
    id,
    quantity,
    total_vnd,
    is_visit,
  });

  it("gives back of a visit what its rules say, to the very moment", () => {
    const rules = (hours: number, milliseconds = 0) => {
      const visit = aVisit(0, { starts_at: new Date(inHours(hours).getTime() + milliseconds) });
      return choiceOf(anOrder("booked", { lines: [visit] }), [], now).by_rules_vnd;
    };
    expect(rules(48)).toBe(500_001);
    expect(rules(48, -1)).toBe(250_000);
    expect(rules(24)).toBe(250_000);
    expect(rules(24, -1)).toBe(0);
    const unpaid = anOrder("booked", { lines: [aVisit(72)], collected_vnd: 0 });
    expect(choiceOf(unpaid, [], now)).toMatchObject({ closed: null, by_rules_vnd: 0 });
  });

  it("is of a visit before its start not that nobody received us, and after it not that we can't come", () => {
    const reasons = (hours: number) =>
      choiceOf(anOrder("booked", { lines: [aVisit(hours)] }), [], now).reasons;
    expect(reasons(1)).toEqual(["cannot_come", "other"]);
    expect(reasons(-1)).toEqual(["visit_not_held", "other"]);
    const old = anOrder("booked", { lines: [aVisit(-24 * RETURN_DAYS - 1)] });
    expect(choiceOf(old, [], now).closed).toBe("too_late");
  });

  it("leaves a visit that is still to come out, and one that was has its own words", () => {
    const both = anOrder("delivered", { lines: [goods, aVisit(72)] });
    expect(choiceOf(both, [], now).lines.map(({ id }) => id)).toEqual(["goods"]);
    expect(choiceOf(both, [], now).reasons).not.toContain("visit_not_held");
    const was = anOrder("delivered", { lines: [goods, aVisit(-1, { has_come: true })] });
    expect(choiceOf(was, [], now).lines.map(({ id }) => id)).toEqual(["goods", "visit"]);
    const only = anOrder("visited", { lines: [aVisit(-1, { has_come: true })] });
    expect(choiceOf(only, [], now).reasons).toEqual(["visit_not_as_described", "other"]);
  });

  it("is not the whole any more when some of the guests have come", () => {
    const came = anOrder("booked", { lines: [aVisit(-1, { has_come: true }), aVisit(5)] });
    expect(canCallOff(came)).toBe(false);
    expect(canCallOff(anOrder("booked", { lines: [aVisit(5)] }))).toBe(true);
    expect(canCallOff(anOrder("shipped"))).toBe(false);
  });
});
