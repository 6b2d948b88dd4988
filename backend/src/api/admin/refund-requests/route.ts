import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import {
  type OperatorRefundRequests,
  operatorRefundRequestsQuery,
} from "@cho-lang/shared/contracts/operator-refund-requests";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { operatorRequestPage } from "../../../reports/refund-requests";
import { rangeOf } from "../range";
import { requestRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorRefundRequests>) {
  const { page, ...filter } = parse(operatorRefundRequestsQuery, req.query);
  const { count, rows } = await operatorRequestPage(filter, rangeOf(page));
  res.json({ count, page, page_size: operatorPageSize, requests: rows.map(requestRow) });
}
