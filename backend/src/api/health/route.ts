import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { engineStates } from "../../lib/engine-choice";
import { catalogLags } from "../../reports/catalog-lag";

/**
 * `GET /health`: 200 while the backend and its database answer, with which engine answers searches
 * and how fresh each is.
 */
export async function GET(_req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const [{ degraded, engines }, lags] = await Promise.all([engineStates(), catalogLags()]);
  const states = engines.map((view) => {
    const lag = lags.find(({ engine }) => engine === view.engine);
    return {
      ...view,
      waiting: lag?.waiting ?? 0,
      lag_seconds: lag?.lag_seconds ?? 0,
      dead: lag?.dead ?? 0,
      version: lag?.version ?? null,
    };
  });
  const {
    problem: _,
    serves: __,
    ...serving
  } = states.find(({ serves }) => serves) ?? {
    engine: "search-postgres",
    problem: null,
    serves: false,
  };
  res.json({ status: "ok", search: { degraded, ...serving, engines: states } });
}
