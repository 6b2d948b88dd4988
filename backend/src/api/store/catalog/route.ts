import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils";
import { foundNothing, searchCatalog } from "../../../lib/catalog-search";
import { noteEmptyQuery } from "../../../modules/search-postgres";
import { availableTours } from "../../../reports/available-tours";
import { readCatalogQuery } from "./query";

/**
 * `GET /store/catalog`: goods and tours with facets; contracts/catalog.ts has both ends. With
 * `available_on` only the tours that `party` visitors can still book on that day.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const wanted = readCatalogQuery(req.query);
  const { available_on: date, party } = wanted;
  const among = date === undefined ? null : await availableTours({ date, party }, new Date());
  try {
    const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
    const answer = await searchCatalog(query, wanted, among);
    if (foundNothing(wanted, answer)) noteEmptyQuery(wanted.q);
    res.json(answer);
  } catch (error) {
    if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.NOT_FOUND) throw error;
    // Only in the seconds between the very first start and the end of the first filling.
    res.status(503).set("Retry-After", "2").json({
      type: "unavailable",
      code: "catalog_not_ready",
      message: "The catalog is being filled for the first time; ask again in a few seconds.",
    });
  }
}
