import {
  type OperatorPurchases,
  operatorPageSize,
  operatorPurchasesQuery,
} from "@cho-lang/shared/contracts/operator";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { ordersOfPurchases, purchasePage } from "../../../reports/purchases";
import { rangeOf } from "../range";
import { purchaseRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorPurchases>) {
  const { page, ...filter } = parse(operatorPurchasesQuery, req.query);
  const { count, rows } = await purchasePage(filter, rangeOf(page));
  const orders = await ordersOfPurchases(rows.map(({ id }) => id));
  res.json({
    count,
    page,
    page_size: operatorPageSize,
    purchases: rows.map((facts) =>
      purchaseRow(
        facts,
        orders.filter(({ purchase_id }) => purchase_id === facts.id),
      ),
    ),
  });
}
