import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import { type RefundsDue, refundsDueQuery } from "@cho-lang/shared/contracts/operator-transfers";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { refundPage } from "../../../reports/operator-transfers";
import { rangeOf } from "../range";
import { refundRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<RefundsDue>) {
  const { page, ...filter } = parse(refundsDueQuery, req.query);
  const { count, sum_vnd, rows } = await refundPage(filter, rangeOf(page));
  res.json({ count, sum_vnd, page, page_size: operatorPageSize, refunds: rows.map(refundRow) });
}
