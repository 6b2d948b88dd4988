import { describe, expect, it } from "vitest";
import type { OrderPlan } from "../../modules/purchase/plan";
import { assertSameTotal } from "./order-input";

/** A plan for one line, one delivery, and what belongs to the whole cart. */
function aPlan(over: { total_vnd?: number; unit_price?: number; credit_vnd?: number } = {}) {
  const { total_vnd = 312_000, unit_price = 145_000, credit_vnd = 0 } = over;
  return {
    order_id: "order_1",
    total_vnd,
    order: {
      currency_code: "vnd",
      items: [
        {
          id: "ordli_1",
          quantity: 2,
          unit_price,
          is_tax_inclusive: true,
          tax_lines: [],
          adjustments: [],
        },
      ],
      shipping_methods: [
        { id: "sm_1", amount: 22_000, is_tax_inclusive: true, tax_lines: [], adjustments: [] },
      ],
      ...(credit_vnd > 0 ? { credit_lines: [{ amount: credit_vnd }] } : {}),
    },
  } as unknown as OrderPlan;
}

describe("An order's plan", () => {
  it("is what Medusa will reckon from its rows, to the đồng", () => {
    expect(() => assertSameTotal(aPlan())).not.toThrow();
    expect(() => assertSameTotal(aPlan({ credit_vnd: 12_000, total_vnd: 300_000 }))).not.toThrow();
  });

  it("is refused when it is one đồng more, one less, or has a fraction", () => {
    for (const plan of [
      aPlan({ total_vnd: 311_999 }),
      aPlan({ total_vnd: 312_001 }),
      aPlan({ unit_price: 144_999.75 }),
    ]) {
      expect(() => assertSameTotal(plan)).toThrow(RangeError);
    }
  });
});
