import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { searchCatalog } from "../../../lib/catalog-search";
import { readCatalogQuery } from "./query";

/** `GET /store/catalog`: goods and tours with facets; contracts/catalog.ts has both ends. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const wanted = readCatalogQuery(req.query);
  res.json(await searchCatalog(req.scope.resolve(ContainerRegistrationKeys.QUERY), wanted));
}
