import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { installTriggers } from "../modules/search-postgres";

/**
 * Rebuilds the catalog's index beside the one in use and switches over when it is complete; shoppers
 * notice nothing. Run by `medusa exec`.
 */
export default async function reindex({ container }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const installed = await installTriggers();
  if (installed.length > 0) logger.info(`Changes are now noted on: ${installed.join(", ")}`);
  await container.resolve(Modules.SEARCH).reindex({ index: "catalog" });
}
