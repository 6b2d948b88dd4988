import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { claimRebuild, endRebuild } from "../../../modules/search-postgres";
import type { RebuildIndexInput } from "../rebuild-index";

/** Takes the rebuild for this process; the undo ends it, unless its end is noted already. */
export const claimRebuildStep = createStep(
  "claim-rebuild",
  async ({ engine, claim, expected }: RebuildIndexInput) => {
    if (!(await claimRebuild({ engine, claim, expected }))) refuseRunning();
    return new StepResponse(undefined, claim);
  },
  async (claim) => {
    if (claim) await endRebuild(claim, "It could not be begun.");
  },
);

/** Says that the index is being filled already. */
export function refuseRunning(): never {
  const message = "is being filled already: wait until that is done, it goes on by itself";
  const fields = [{ field: "engine", code: "reindex_running", message }];
  refuse("reindex_running", `The engine ${message}.`, { fields });
}
