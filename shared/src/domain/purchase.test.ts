import { describe, expect, it } from "vitest";
import {
  allowedSteps,
  CANCEL_REASONS,
  COD_LIMIT_PER_PHONE_VND,
  COD_LIMIT_PER_PURCHASE_VND,
  cancelReasonLabel,
  codRefusal,
  ORDER_PROGRESSES,
  ORDER_STEP_LABELS,
  ORDER_STEPS,
  PURCHASE_STATUS_LABELS,
  PURCHASE_STATUSES,
  parseTrackingNumber,
  progressAfter,
  progressLabel,
} from "./purchase";

describe("the way of an order", () => {
  it("an order is confirmed, packed, shipped and delivered, one step at a time", () => {
    expect(progressAfter("to_confirm", "confirm")).toBe("to_pack");
    expect(progressAfter("to_pack", "pack")).toBe("to_ship");
    expect(progressAfter("to_ship", "ship")).toBe("shipped");
    expect(progressAfter("shipped", "deliver")).toBe("delivered");
  });

  it("no step can be skipped or done twice", () => {
    expect(progressAfter("to_confirm", "pack")).toBeNull();
    expect(progressAfter("to_confirm", "ship")).toBeNull();
    expect(progressAfter("to_pack", "ship")).toBeNull();
    expect(progressAfter("to_pack", "confirm")).toBeNull();
    expect(progressAfter("shipped", "ship")).toBeNull();
  });

  it("an order can be cancelled until it is shipped and not after", () => {
    const cancellable = ORDER_PROGRESSES.filter((p) => progressAfter(p, "cancel") !== null);
    expect(cancellable).toEqual(["to_confirm", "to_pack", "to_ship", "booked"]);
  });

  it("nothing follows a delivered or a cancelled order", () => {
    expect(allowedSteps("delivered")).toEqual([]);
    expect(allowedSteps("cancelled")).toEqual([]);
    expect(allowedSteps("to_pack")).toEqual(["pack", "cancel"]);
  });
});

describe("cash on delivery", () => {
  it("twenty million is allowed in cash and one đồng more is not", () => {
    const amount_vnd = COD_LIMIT_PER_PURCHASE_VND;
    expect(codRefusal({ amount_vnd, open_vnd: 0 })).toBeNull();
    expect(codRefusal({ amount_vnd: amount_vnd + 1, open_vnd: 0 })).toBe(
      "purchase_above_cod_limit",
    );
  });

  it("a phone number may owe thirty million in all and no đồng more", () => {
    const open_vnd = COD_LIMIT_PER_PHONE_VND - 150_000;
    expect(codRefusal({ amount_vnd: 150_000, open_vnd })).toBeNull();
    expect(codRefusal({ amount_vnd: 150_001, open_vnd })).toBe("phone_above_cod_limit");
  });
});

describe("tracking numbers", () => {
  it("a tracking number is read with or without spaces, in small letters too", () => {
    expect(parseTrackingNumber(" ghn 123 456 ")).toBe("GHN123456");
    expect(parseTrackingNumber("EE123456789VN")).toBe("EE123456789VN");
    expect(parseTrackingNumber("S21-MB4-A1")).toBe("S21-MB4-A1");
  });

  it("too short, too long and strange signs are refused", () => {
    expect(parseTrackingNumber("A12")).toBeNull();
    expect(parseTrackingNumber("A123")).toBe("A123");
    expect(parseTrackingNumber("A".repeat(40))).toBe("A".repeat(40));
    expect(parseTrackingNumber("A".repeat(41))).toBeNull();
    expect(parseTrackingNumber("GHN<script>")).toBeNull();
    expect(parseTrackingNumber("")).toBeNull();
  });
});

describe("words for purchases", () => {
  it("every state, step and reason has its own words in both languages", () => {
    for (const language of ["vi", "en"] as const) {
      const groups = [
        PURCHASE_STATUSES.map((status) => PURCHASE_STATUS_LABELS[status][language]),
        ORDER_PROGRESSES.map((progress) => progressLabel(progress, language)),
        ORDER_STEPS.map((step) => ORDER_STEP_LABELS[step][language]),
        CANCEL_REASONS.map((reason) => cancelReasonLabel(reason, language)),
      ];
      for (const group of groups) {
        expect(new Set(group).size).toBe(group.length);
        expect(group).not.toContain("");
      }
    }
  });
});
