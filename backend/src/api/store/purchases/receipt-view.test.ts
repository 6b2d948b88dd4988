import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReceiptFacts } from "../../../reports/receipt";
import { receiptOf } from "./receipt-view";

const at = new Date("2026-11-22T03:00:00Z");

/** An order of two coffees in cash: 290,000 and 22,000 for carriage. */
function facts(over: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    order_id: "order_1",
    number: "CL-7K3F9-1",
    purchase_id: "pur_1",
    purchase_number: "CL-7K3F9",
    placed_at: at,
    paid_at: null,
    payment: "cod",
    payment_collection_id: "pay_col_1",
    full_name: "Nguyễn Thị Mai",
    phone: "+84912345678",
    street: "12 Lê Duẩn",
    commune_code: "24154",
    province_code: "66",
    has_parcel: true,
    confirmed_at: null,
    packed_at: null,
    shipped_at: null,
    delivered_at: null,
    refused_at: null,
    returned_at: null,
    cancelled_at: null,
    shipping_name_vi: "Giao tiêu chuẩn",
    shipping_name_en: "Standard delivery",
    shipping_vnd: 22_000,
    total_vnd: 312_000,
    due_vnd: 312_000,
    collected_vnd: 0,
    refunded_vnd: 0,
    written_off_vnd: 0,
    producer_name: "HTX Thử",
    legal_form: "cooperative",
    registration_number: "0100109106",
    producer_phone: null,
    producer_place: { street: null, commune_code: "24154", province_code: "66" },
    lines: [aLine({ quantity: 2, price_vnd: 145_000 })],
    invoice: null,
    captures: [],
    refunds: [],
    ...over,
  };
}

function aLine({ quantity, price_vnd }: { quantity: number; price_vnd: number }) {
  const title = { title_vi: "Cà phê", title_en: "Coffee", unit_vi: "gói", unit_en: "bag" };
  return { ...title, quantity, price_vnd, total_vnd: quantity * price_vnd, starts_at: null };
}

const moved = (...amounts: number[]) => amounts.map((amount_vnd) => ({ at, amount_vnd }));

describe("The sums of a receipt", () => {
  it("add up for every order: discount, cash, what went back and what is given up", () => {
    const aSum = fc.integer({ min: 0, max: 99_999_999 });
    const anyOrder = fc.record({
      lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 999 }), price_vnd: aSum }), {
        minLength: 1,
        maxLength: 5,
      }),
      shipping_vnd: aSum,
      parts: fc.tuple(aSum, aSum, aSum, aSum, aSum),
    });
    fc.assert(
      fc.property(anyOrder, ({ lines, shipping_vnd, parts }) => {
        const gross = lines.reduce((sum, one) => sum + one.quantity * one.price_vnd, shipping_vnd);
        let left = gross;
        const take = (wish: number) => {
          const part = Math.min(wish, left);
          left -= part;
          return part;
        };
        // The rest is not owed.
        const [discount, kept, back] = [take(parts[0]), take(parts[1]), take(parts[2])];
        const [due, off] = [take(parts[3]), take(parts[4])];
        const receipt = receiptOf(
          facts({
            lines: lines.map(aLine),
            shipping_vnd,
            total_vnd: gross - discount,
            collected_vnd: kept,
            refunded_vnd: back,
            due_vnd: due,
            written_off_vnd: off,
          }),
          "vi",
        );
        expect(receipt).toMatchObject({
          discount_vnd: discount,
          paid_vnd: kept + back,
          refunded_vnd: back,
          due_vnd: due,
          written_off_vnd: off,
          not_owed_vnd: left,
        });
      }),
    );
  });

  it("are refused when more came than the order costs, or it costs more than its lines", () => {
    expect(() => receiptOf(facts({ collected_vnd: 1 }), "vi")).toThrow(RangeError);
    expect(() => receiptOf(facts({ total_vnd: 312_001 }), "vi")).toThrow(RangeError);
  });

  it("tell when money came and went only while the dates explain the sums", () => {
    const paid = { due_vnd: 12_000, collected_vnd: 200_000, refunded_vnd: 100_000 };
    const told = receiptOf(
      facts({ ...paid, captures: moved(100_000, 200_000), refunds: moved(99_999, 1) }),
      "vi",
    );
    expect(told.payments.map(({ amount_vnd }) => amount_vnd)).toEqual([100_000, 200_000]);
    expect(told.refunds.map(({ amount_vnd }) => amount_vnd)).toEqual([99_999, 1]);
    const moving = receiptOf(facts({ ...paid, captures: moved(100_000), refunds: [] }), "vi");
    expect(moving).toMatchObject({ paid_vnd: 300_000, payments: [], refunds: [] });
  });

  it("of a prepaid order tell when the purchase's money was there", () => {
    const paid_at = new Date("2026-11-22T02:58:00Z");
    const prepaid = { payment: "vietqr" as const, paid_at, due_vnd: 0, collected_vnd: 312_000 };
    expect(receiptOf(facts({ ...prepaid, captures: moved(312_000) }), "vi").payments).toEqual([
      { at: paid_at.toISOString(), amount_vnd: 312_000 },
    ]);
  });
});

describe("The sides of a receipt", () => {
  it("call a number that can't be a tax number a registration only", () => {
    const numbers = ["0100109106", "0100109107", "MẪU-12345678", null];
    const told = numbers.map(
      (registration_number) =>
        receiptOf(facts({ registration_number }), "vi").producer.registration,
    );
    expect(told).toEqual([
      { number: "0100109106", is_tax_number: true },
      { number: "0100109107", is_tax_number: false },
      { number: "MẪU-12345678", is_tax_number: false },
      null,
    ]);
  });

  it("leave out the address of a buyer of visits", () => {
    const visit = { street: "", commune_code: "", province_code: "" };
    expect(receiptOf(facts(visit), "en").buyer.address).toEqual([]);
  });
});

describe("The lines of a receipt", () => {
  it("count a visit as one for its whole party, and goods by their own unit", () => {
    const goods = aLine({ quantity: 1, price_vnd: 100_000 });
    const visit = { ...aLine({ quantity: 1, price_vnd: 212_000 }), starts_at: at };
    const unitsIn = (language: "vi" | "en") =>
      receiptOf(facts({ lines: [visit, goods] }), language).lines.map(({ unit }) => unit);
    expect(unitsIn("vi")).toEqual(["chuyến", "gói"]);
    expect(unitsIn("en")).toEqual(["visit", "bag"]);
  });
});
