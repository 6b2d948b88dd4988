import { CARD_LIMIT_VND } from "@cho-lang/shared/domain/payment";
import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { cardAmount, lostRefund, standingOf, sumOf } from "./rules";

const facts = { session_id: "payses_1", amount_vnd: 50_000 };

function anIntent(over: Partial<Stripe.PaymentIntent> = {}): Stripe.PaymentIntent {
  const ours = { currency: "vnd", amount: 50_000, metadata: { session_id: "payses_1" } };
  const status = { status: "requires_capture", amount_capturable: 50_000, amount_received: 0 };
  return { ...ours, ...status, latest_charge: null, ...over } as Stripe.PaymentIntent;
}

function aRefund(over: Partial<Stripe.Refund> = {}): Stripe.Refund {
  const row = { id: "re_1", amount: 10, status: "succeeded", metadata: { refund_id: "ref_1" } };
  return { ...row, ...over } as Stripe.Refund;
}

describe("How a payment at Stripe stands to what was asked", () => {
  it("held money is paid, exactly ours only", () => {
    expect(standingOf(anIntent(), facts)).toBe("paid");
    expect(standingOf(anIntent({ amount_capturable: 49_999 }), facts)).toBe("mismatch");
    expect(standingOf(anIntent({ amount: 49_999 }), facts)).toBe("mismatch");
    expect(standingOf(anIntent({ currency: "usd" }), facts)).toBe("mismatch");
    expect(standingOf(anIntent({ metadata: {} }), facts)).toBe("mismatch");
  });

  it("taken money is paid until some of it went back", () => {
    const taken = { status: "succeeded", amount_received: 50_000 } as const;
    const charge = (amount_refunded: number) => ({ amount_refunded }) as Stripe.Charge;
    expect(standingOf(anIntent({ ...taken, latest_charge: charge(0) }), facts)).toBe("paid");
    expect(standingOf(anIntent({ ...taken, latest_charge: charge(1) }), facts)).toBe("returned");
    expect(standingOf(anIntent({ ...taken, amount_received: 1 }), facts)).toBe("mismatch");
  });

  it("a decline and 3-D Secure leave it waiting", () => {
    for (const status of ["requires_payment_method", "requires_action", "processing"] as const) {
      expect(standingOf(anIntent({ status }), facts)).toBe("waiting");
    }
    expect(standingOf(anIntent({ status: "canceled" }), facts)).toBe("canceled");
  });
});

describe("Amounts and refunds", () => {
  it("a card pays whole đồng up to its ceiling", () => {
    expect(cardAmount(CARD_LIMIT_VND, "VND")).toBe(CARD_LIMIT_VND);
    expect(() => cardAmount(CARD_LIMIT_VND + 1, "vnd")).toThrow("at most");
    for (const wrong of [0, -1, 0.5, Number.NaN]) expect(() => cardAmount(wrong, "vnd")).toThrow();
    expect(() => cardAmount(10, "usd")).toThrow();
  });

  it("refunds that failed returned nothing", () => {
    const failed = aRefund({ status: "failed" });
    expect(sumOf([aRefund(), aRefund({ status: "pending" }), failed])).toBe(20);
  });

  it("a refund is lost when its row is gone and nobody knows of it", () => {
    const none = { known: new Set<string>(), counted: new Set<string>() };
    expect(lostRefund([aRefund()], "ref_2", none)?.id).toBe("re_1");
    expect(lostRefund([aRefund()], "ref_2", { ...none, known: new Set(["re_1"]) })).toBeUndefined();
    const counted = { ...none, counted: new Set(["ref_1"]) };
    expect(lostRefund([aRefund()], "ref_2", counted)).toBeUndefined();
    expect(lostRefund([aRefund()], "ref_1", counted)?.id).toBe("re_1");
    expect(lostRefund([aRefund({ status: "failed" })], "ref_2", none)).toBeUndefined();
  });
});
