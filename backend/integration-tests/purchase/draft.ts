import { randomId, randomNumber } from "../../src/modules/purchase/ids";
import type { PurchaseDraft } from "../../src/modules/purchase/service";

/** A purchase of one producer's order with one line. */
export function aDraft(
  over: { cart_id?: string; phone?: string; email?: string; total_vnd?: number } = {},
): PurchaseDraft {
  const { cart_id = randomId("cart"), phone = "+84912345678", total_vnd = 167_000 } = over;
  const { email = "khach@example.com" } = over;
  const [id, order_id, number] = [randomId("pur"), randomId("order"), randomNumber()];
  const amounts = { goods_vnd: total_vnd - 22_000, shipping_vnd: 22_000, total_vnd };
  const payment_collection_id = randomId("pay_col");
  return {
    purchase: {
      id,
      cart_id,
      number,
      phone,
      email,
      full_name: "Nguyễn Thị Mai",
      province_code: "66",
      commune_code: "24154",
      street: "12 Lê Duẩn",
      note: "",
      lang: "vi",
      payment: "cod",
      customer_id: null,
      payment_collection_id: randomId("pay_col"),
      plan: [],
      ...amounts,
    },
    orders: [
      {
        order_id,
        purchase_id: id,
        producer_id: "prdcr_1",
        position: 1,
        number: `${number}-1`,
        payment_collection_id,
        due_vnd: total_vnd,
        collected_vnd: 0,
        ...amounts,
      },
    ],
    lines: [
      {
        order_id,
        line_item_id: randomId("ordli"),
        position: 1,
        cart_line_id: "cali_1",
        product_id: "prod_1",
        variant_id: "variant_1",
        handle: "ca-phe",
        title_vi: "Cà phê",
        title_en: "Coffee",
        variant_title: "túi 500 g",
        unit_vi: "túi 500 g",
        unit_en: "500 g bag",
        quantity: 1,
        price_vnd: amounts.goods_vnd,
        total_vnd: amounts.goods_vnd,
      },
    ],
  };
}

let people = 0;

/** One that waits for its money, of a buyer of its own unless said otherwise. */
export function anUnpaidDraft(
  over: { cart_id?: string; phone?: string; email?: string } & Partial<
    Pick<PurchaseDraft["purchase"], "payment" | "pay_until" | "address_hash">
  > = {},
): PurchaseDraft {
  people += 1;
  const { payment = "vietqr", pay_until = new Date(Date.now() + 1_500_000), ...rest } = over;
  const { address_hash = null, ...whose } = rest;
  const phone = `+849${String(people).padStart(8, "0")}`;
  const draft = aDraft({ phone, email: `khach-${people}@example.com`, ...whose });
  const orders = draft.orders.map((order) => ({ ...order, due_vnd: 0, is_prepaid: true }));
  return { ...draft, orders, purchase: { ...draft.purchase, payment, pay_until, address_hash } };
}
