import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import {
  type CashDifferences,
  cashDifferencesQuery,
} from "@cho-lang/shared/contracts/operator-cash";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { cashDifferencePage } from "../../../reports/operator-cash";
import { rangeOf } from "../range";
import { differenceRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<CashDifferences>) {
  const { page, ...filter } = parse(cashDifferencesQuery, req.query);
  const { count, sum_vnd, rows } = await cashDifferencePage(filter, rangeOf(page));
  const differences = rows.map(differenceRow);
  res.json({ count, sum_vnd, page, page_size: operatorPageSize, differences });
}
