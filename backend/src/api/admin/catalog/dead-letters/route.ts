import {
  type DeadLetters,
  deadLettersQuery,
  searchEngines,
} from "@cho-lang/shared/contracts/operator-search";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../../lib/errors";
import { listDeadLetters } from "../../../../modules/search-postgres";
import { productTitles } from "../../../../reports/operator-search";

export async function GET(req: MedusaRequest, res: MedusaResponse<DeadLetters>) {
  const { engine, limit, offset } = parse(deadLettersQuery, req.query);
  const { count, dead_letters } = await listDeadLetters({ engine, limit, offset });
  const titles = await productTitles(dead_letters.map((row) => row.product_id));
  res.json({
    count,
    limit,
    offset,
    dead_letters: dead_letters.flatMap((row) => {
      const known = searchEngines.find((one) => one === row.engine);
      const title = titles.get(row.product_id) ?? null;
      const dead_at = new Date(row.dead_at).toISOString();
      return known ? [{ ...row, engine: known, title, dead_at }] : [];
    }),
  });
}
