import {
  type OperatorProducers,
  operatorPageSize,
  operatorProducersQuery,
} from "@cho-lang/shared/contracts/operator";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { operatorProducers } from "../../../reports/operator-producers";
import { rangeOf } from "../range";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorProducers>) {
  const { page, ...filter } = parse(operatorProducersQuery, req.query);
  const { count, rows } = await operatorProducers(filter, rangeOf(page));
  res.json({ count, page, page_size: operatorPageSize, producers: rows });
}
