import { randomUUID } from "node:crypto";
import { reindexBody, type SearchState } from "@cho-lang/shared/contracts/operator-search";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { CATALOG_INDEX } from "../../../../lib/catalog-index";
import { parse } from "../../../../lib/errors";
import { rebuildIndexWorkflow } from "../../../../workflows/catalog/rebuild-index";
import { refuseRunning } from "../../../../workflows/catalog/steps/claim-rebuild";
import { expectConfigured, searchState } from "../state";

export async function POST(req: MedusaRequest, res: MedusaResponse<SearchState>) {
  const { engine } = parse(reindexBody, req.body);
  await expectConfigured(req.scope, engine);
  const { engines, products } = await searchState(req.scope);
  // One that boot or a command began holds no claim of ours.
  const running = engines.find((one) => one.engine === engine)?.rebuild?.state === "running";
  if (running) refuseRunning();
  const index = CATALOG_INDEX[engine];
  await rebuildIndexWorkflow(req.scope).run({
    input: { engine, index, expected: products, claim: randomUUID() },
  });
  res.status(202).json(await searchState(req.scope));
}
