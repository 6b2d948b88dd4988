import type { OperatorPurchasePayments } from "@cho-lang/shared/contracts/operator-money";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../../lib/errors";
import { differencesOf } from "../../../../../lib/payment-check";
import { cardPaymentOf } from "../../../../../reports/card-payment";
import { refundPage } from "../../../../../reports/operator-transfers";
import { moneyOf } from "../../../../../reports/payment-check";
import { transfersOfPurchase } from "../../../../../reports/purchase-transfers";
import { stripeNews } from "../../../money/view";
import { refundRow } from "../../../refunds-due/view";

/** Most outgoing transfers of one purchase that are shown. */
const MOST_REFUNDS = 100;

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorPurchasePayments>) {
  const purchase_id = req.params.id ?? "";
  const [money] = await moneyOf({ purchase_id });
  if (!money) notFound("The purchase");
  const [requests, refunds, payment_intent, news] = await Promise.all([
    transfersOfPurchase(purchase_id),
    refundPage({ purchase_id }, { limit: MOST_REFUNDS, offset: 0 }),
    cardPaymentOf(purchase_id),
    stripeNews(purchase_id),
  ]);
  res.json({
    method: money.method,
    came_vnd: money.provider_in_vnd,
    orders: money.orders.map(({ number, books_in_vnd, books_out_vnd }) => ({
      number,
      paid_vnd: books_in_vnd,
      refunded_vnd: books_out_vnd,
    })),
    requests: requests.map(({ code, status, amount_vnd, received_vnd, created_at, transfers }) => ({
      code,
      status,
      amount_vnd,
      received_vnd,
      created_at: created_at.toISOString(),
      transfers,
    })),
    refunds_due: refunds.rows.filter(({ status }) => status !== "void").map(refundRow),
    payment_intent,
    ...news,
    differences: differencesOf(money),
  });
}
