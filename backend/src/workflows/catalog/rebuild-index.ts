import type { SearchEngine } from "@cho-lang/shared/contracts/operator-search";
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { claimRebuildStep } from "./steps/claim-rebuild";
import { fillIndexStep } from "./steps/fill-index";

export interface RebuildIndexInput {
  engine: SearchEngine;
  /** The logical index. */
  index: string;
  /** Products there are to read. */
  expected: number;
  /** A new uuid. */
  claim: string;
}

/**
 * Fills an engine's index anew beside the one that serves and then switches. Returns as soon as the
 * work has begun, which goes on in the background and notes how it ended.
 * @throws reindex_running (400) while another process fills it.
 */
export const rebuildIndexWorkflow = createWorkflow("rebuild-index", (input: RebuildIndexInput) => {
  claimRebuildStep(input);
  fillIndexStep(input).config({ async: true, backgroundExecution: true });
  return new WorkflowResponse(void 0);
});
