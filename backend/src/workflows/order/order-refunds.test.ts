import { describe, expect, it } from "vitest";
import { cashKey, isAnswered } from "./order-refunds";

const refund = (id: string, amount: number) => ({ id, amount, created_at: new Date() }) as never;
const payment = (refunds: unknown[], noted: unknown) =>
  ({ refunds, data: { refunds: noted } }) as never;

describe("A refund of Medusa's", () => {
  const mine = refund("ref_1", 1000);

  it("is answered when the payment's data names it", () => {
    expect(isAnswered(payment([mine], [{ refund_id: "ref_1", amount_vnd: 1000 }]), mine)).toBe(
      true,
    );
    expect(isAnswered(payment([mine], []), mine)).toBe(false);
    expect(isAnswered(payment([mine], undefined), mine)).toBe(false);
    expect(isAnswered(payment([mine], [{ refund_id: "ref_1", status: "failed" }]), mine)).toBe(
      false,
    );
  });

  it("is answered by a note of its amount whose own refund is gone, and by no other's", () => {
    const other = refund("ref_2", 1000);
    const ofOther = [{ refund_id: "ref_2", amount_vnd: 1000 }];
    expect(isAnswered(payment([mine, other], ofOther), mine)).toBe(false);
    expect(isAnswered(payment([mine], ofOther), mine)).toBe(true);
    expect(isAnswered(payment([mine], [{ refund_id: "ref_2", amount_vnd: 999 }]), mine)).toBe(
      false,
    );
  });

  it("names one transfer of cash, by our key or by its own id", () => {
    expect(cashKey(mine)).toBe("cash:ref_1");
    const ours = { id: "ref_9", metadata: { refund_key: "request:7" } } as never;
    expect(cashKey(ours)).toBe("cash:request:7");
  });
});
