import { type SearchState, searchStateQuery } from "@cho-lang/shared/contracts/operator-search";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { searchState } from "./state";

export async function GET(req: MedusaRequest, res: MedusaResponse<SearchState>) {
  parse(searchStateQuery, req.query);
  res.json(await searchState(req.scope));
}
