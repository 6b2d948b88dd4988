import { describe, expect, it } from "vitest";
import type { ProducerOrderFacts } from "../../reports/producer-orders";
import { orderDetail, orderRow, showsBuyer } from "./order-view";

/** A visit at 06:00 in Vietnam on the day before the parcel's thirtieth. */
const visit: ProducerOrderFacts["lines"][number] = {
  id: "ordli_1",
  title_vi: "Một buổi làm gốm",
  title_en: "A morning of pottery",
  unit_vi: "2 người lớn",
  unit_en: "2 adults",
  quantity: 1,
  price_vnd: 500_000,
  total_vnd: 500_000,
  picture: null,
  visit: {
    uuid: "0b2f5a86-2f0f-4a3e-9d4f-6f1f4a9f6a10",
    status: "CONFIRMED",
    date: "2026-11-08",
    starts_at: "2026-11-07T23:00:00+00:00",
    pax: 2,
  },
};

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
    refused_at: null,
    returned_at: null,
    cancelled_at: null,
    cancel_reason: null,
    refuse_reason: null,
    has_parcel: true,
    is_prepaid: false,
    visits_vnd: 0,
    missing_vnd: 0,
    written_off_vnd: 0,
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

  it("is as long after a refused parcel is back, and for ever while it is on its way", () => {
    const refused = anOrder({ refused_at: delivered_at });
    expect(showsBuyer(refused, dayAfter)).toBe(true);
    const back = anOrder({ refused_at: delivered_at, returned_at: delivered_at });
    expect([showsBuyer(back, lastMoment), showsBuyer(back, dayAfter)]).toEqual([true, false]);
  });

  it("lasts until 30 days after a visit that comes after the parcel, unless it was cancelled", () => {
    const order = anOrder({ delivered_at, lines: [visit] });
    expect(showsBuyer(order, dayAfter)).toBe(true);
    expect(showsBuyer(order, new Date("2026-12-08T16:59:59Z"))).toBe(true);
    expect(showsBuyer(order, new Date("2026-12-08T17:00:00Z"))).toBe(false);
    expect(showsBuyer({ ...order, cancelled_at: delivered_at }, dayAfter)).toBe(false);
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

describe("An order of visits", () => {
  const order = anOrder({ has_parcel: false, lines: [visit], street: "", commune_code: "" });

  it("is booked until the guests have come, and has no address", () => {
    const now = new Date("2026-11-01T00:00:00Z");
    expect(orderRow(order, "en", now)).toMatchObject({ progress: "booked", has_parcel: false });
    const come = anOrder({ has_parcel: false, delivered_at: now });
    expect(orderRow(come, "en", now).progress).toBe("visited");
    const bare = { ...order, province_code: "", shipping_name_vi: null, shipping_name_en: null };
    expect(orderDetail(bare, [], "vi", now)).toMatchObject({
      shipping: null,
      recipient: { lines: [] },
      buyer: { province: "" },
      history: [{ progress: "booked" }],
    });
  });

  it("says when each visit is, in Vietnam's time", () => {
    const row = orderRow(order, "vi", new Date("2026-11-01T00:00:00Z"));
    expect(row.lines[0]?.visit).toEqual({
      uuid: visit.visit?.uuid,
      status: "CONFIRMED",
      date: "2026-11-08",
      time: "06:00",
      pax: 2,
    });
  });
});
