import {
  type OperatorVillages,
  operatorPageSize,
  operatorVillagesQuery,
} from "@cho-lang/shared/contracts/operator";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { operatorVillages } from "../../../reports/operator-villages";
import { rangeOf } from "../range";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorVillages>) {
  const { page, ...filter } = parse(operatorVillagesQuery, req.query);
  const { count, rows } = await operatorVillages(filter, rangeOf(page));
  res.json({ count, page, page_size: operatorPageSize, villages: rows });
}
