import { describe, expect, it } from "vitest";
import type { ProducerOrderFacts } from "../../reports/producer-orders";
import { orderDetail, orderRow, showsBuyer } from "./order-view";

/** An order of Mrs. Mai, as it is stored. */
function anOrder(over: Partial<ProducerOrderFacts> = {}): ProducerOrderFacts {
  return {
    order_id: "order_1",
    number: "CL-7K3F9-1",
    placed_at: new Date("2026-10-01T03:00:00Z"),
    confirmed_at: null,
    packed_at: null,
    shipped_at: null,
    delivered_at: null,
    cancelled_at: null,
    cancel_reason: null,
    goods_vnd: 145_000,
    shipping_vnd: 22_000,
    total_vnd: 167_000,
    due_vnd: 167_000,
    shipping_name_vi: "Giao tiêu chuẩn",
    shipping_name_en: "Standard delivery",
    full_name: "Nguyễn Thị Mai",
    phone: "+84912345678",
    province_code: "66",
    commune_code: "24154",
    street: "12 Lê Duẩn",
    note: "Gọi trước khi giao",
    lines: [],
    ...over,
  };
}

describe("How long a producer sees who bought", () => {
  // 23:30 of the 10th in Vietnam, already the 10th at 16:30 in UTC.
  const delivered_at = new Date("2026-10-10T16:30:00Z");
  const lastMoment = new Date("2026-11-09T16:59:59Z");
  const dayAfter = new Date("2026-11-09T17:00:00Z");

  it("is as long as the order is open, however long that takes", () => {
    expect(showsBuyer(anOrder(), new Date("2036-01-01T00:00:00Z"))).toBe(true);
  });

  it("is until the end of the thirtieth day in Vietnam after delivery", () => {
    expect(showsBuyer(anOrder({ delivered_at }), lastMoment)).toBe(true);
    expect(showsBuyer(anOrder({ delivered_at }), dayAfter)).toBe(false);
  });

  it("is as long after a cancellation", () => {
    const order = anOrder({ cancelled_at: delivered_at });
    expect([showsBuyer(order, lastMoment), showsBuyer(order, dayAfter)]).toEqual([true, false]);
  });

  it("ends for name, phone, address and note alike, in the list and on the page", () => {
    const order = anOrder({ delivered_at });
    const personal = ["Mai", "912345678", "Lê Duẩn", "Gọi trước"];
    const shown = JSON.stringify(orderDetail(order, [], "vi", lastMoment));
    for (const word of personal) expect(shown).toContain(word);
    const later = [orderDetail(order, [], "vi", dayAfter), orderRow(order, "vi", dayAfter)];
    for (const word of personal) expect(JSON.stringify(later)).not.toContain(word);
    expect(later[1]).toMatchObject({ buyer: { name: "", province: "Đắk Lắk" } });
  });
});
