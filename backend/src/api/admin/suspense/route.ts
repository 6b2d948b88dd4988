import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import { type SuspenseList, suspenseQuery } from "@cho-lang/shared/contracts/operator-transfers";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { suspensePage } from "../../../reports/operator-transfers";
import { rangeOf } from "../range";
import { suspenseRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<SuspenseList>) {
  const { page, ...filter } = parse(suspenseQuery, req.query);
  const { count, sum_vnd, rows } = await suspensePage(filter, rangeOf(page));
  res.json({ count, sum_vnd, page, page_size: operatorPageSize, suspense: rows.map(suspenseRow) });
}
