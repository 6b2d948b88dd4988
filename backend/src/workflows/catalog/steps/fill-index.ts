import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import {
  beatRebuild,
  endRebuild,
  rebuildIndex,
  type SearchModule,
} from "../../../modules/search-postgres";
import type { RebuildIndexInput } from "../rebuild-index";

/** Milliseconds between signs of life; see REBUILD_SILENCE. */
const BEAT = 5000;

/**
 * Fills the index and notes how that ended, for the operator who looks later. There is nothing to
 * undo: until the end the version before serves, and the next filling goes on where this one stopped.
 */
export const fillIndexStep = createStep(
  "fill-index",
  async ({ engine, index, claim }: RebuildIndexInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const warn = (error: unknown) => logger.warn(`No sign of life of a rebuild: ${error}`);
    const beat = setInterval(() => beatRebuild(claim).catch(warn), BEAT).unref();
    try {
      const search = container.resolve(Modules.SEARCH) as SearchModule;
      const outcome = await rebuildIndex(search, { engine, index });
      await endRebuild(claim, outcome === "running" ? "Another process is filling it." : null);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      logger.error(`The index ${index} could not be filled: ${message}`);
      await endRebuild(claim, message);
    } finally {
      clearInterval(beat);
    }
    return new StepResponse({ engine, index });
  },
);
