import { addDays, todayInVietnam } from "@cho-lang/shared/calendar";
import { type EmptyQueries, emptyQueriesQuery } from "@cho-lang/shared/contracts/operator-search";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { env } from "../../../../lib/env";
import { parse } from "../../../../lib/errors";
import { emptyQueries } from "../../../../reports/operator-search";

export async function GET(req: MedusaRequest, res: MedusaResponse<EmptyQueries>) {
  const { days, limit, offset } = parse(emptyQueriesQuery, req.query);
  const since = addDays(todayInVietnam(new Date()), 1 - days);
  const { count, rows } = await emptyQueries({ since, limit, offset });
  res.json({
    count,
    limit,
    offset,
    empty_queries: rows.map((row) => ({ ...row, last_at: row.last_at.toISOString() })),
    shop_url: `${env.STOREFRONT_URL}/products`,
  });
}
