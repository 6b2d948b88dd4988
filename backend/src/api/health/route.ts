import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { catalogLag } from "../../reports/catalog-lag";

/** `GET /health`: 200 while the backend and its database answer, with how fresh search is. */
export async function GET(_req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const lag = await catalogLag();
  res.json({ status: "ok", search: { engine: "search-postgres", degraded: false, ...lag } });
}
