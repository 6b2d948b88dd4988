import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils";
import { searchCatalog } from "../../../lib/catalog-search";
import { readCatalogQuery } from "./query";

/** `GET /store/catalog`: goods and tours with facets; contracts/catalog.ts has both ends. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const wanted = readCatalogQuery(req.query);
  try {
    res.json(await searchCatalog(req.scope.resolve(ContainerRegistrationKeys.QUERY), wanted));
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
