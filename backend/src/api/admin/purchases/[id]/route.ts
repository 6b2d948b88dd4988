import type { OperatorPurchase } from "@cho-lang/shared/contracts/operator";
import { progressOf } from "@cho-lang/shared/domain/order-progress";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { addressLine } from "../../../../lib/address";
import { notFound } from "../../../../lib/errors";
import { linesOfPurchase, ordersOfPurchases, purchasePage } from "../../../../reports/purchases";
import { invoiceDetailsOf } from "../../../../reports/receipt";
import { purchaseRow } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorPurchase>) {
  const id = req.params.id ?? "";
  const [{ rows }, orders, lines, invoice] = await Promise.all([
    purchasePage({ id }, { limit: 1, offset: 0 }),
    ordersOfPurchases([id]),
    linesOfPurchase(id),
    invoiceDetailsOf(id),
  ]);
  const [facts] = rows;
  if (!facts) notFound("The purchase");
  res.json({
    purchase: {
      ...purchaseRow(facts, orders),
      address: addressLine(facts),
      note: facts.note,
      pay_until: facts.pay_until?.toISOString() ?? null,
      paid_at: facts.paid_at?.toISOString() ?? null,
      goods_vnd: facts.goods_vnd,
      shipping_vnd: facts.shipping_vnd,
      failure: facts.failure,
      invoice,
      orders: orders.map((order) => ({
        order_id: order.order_id,
        number: order.number,
        producer: { id: order.producer_id, name: order.producer_name },
        progress: progressOf(order),
        goods_vnd: order.goods_vnd,
        shipping_vnd: order.shipping_vnd,
        total_vnd: order.total_vnd,
        due_vnd: order.due_vnd,
        collected_vnd: order.collected_vnd,
        refunded_vnd: order.refunded_vnd,
        missing_vnd: order.missing_vnd,
        written_off_vnd: order.written_off_vnd,
        cancel_reason: order.cancel_reason,
        refuse_reason: order.refuse_reason,
        lines: lines
          .filter(({ order_id }) => order_id === order.order_id)
          .map(({ order_id: _order, ...line }) => line),
      })),
    },
  });
}
