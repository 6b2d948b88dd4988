import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { engineStates, servingOf } from "../../lib/engine-choice";
import { catalogLags } from "../../reports/catalog-lag";

/**
 * `GET /health`: 200 while the backend and its database answer, with which engine answers searches
 * and how fresh each is. Before the first filling none answers, and the stand-in's numbers are told.
 */
export async function GET(_req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const [{ degraded, engines }, lags] = await Promise.all([engineStates(), catalogLags()]);
  const states = engines.map((view) => {
    const lag = lags.find(({ engine }) => engine === view.engine);
    const version = lag?.version ?? null;
    return {
      engine: view.engine,
      ...servingOf(version, view),
      waiting: lag?.waiting ?? 0,
      lag_seconds: lag?.lag_seconds ?? 0,
      dead: lag?.dead ?? 0,
      version,
    };
  });
  const told = states.find(({ serves }) => serves) ?? states.at(-1);
  const { engine, waiting, lag_seconds, dead, version } = told ?? {};
  const serving = { engine, waiting, lag_seconds, dead, version };
  res.json({ status: "ok", search: { degraded, ...serving, engines: states } });
}
