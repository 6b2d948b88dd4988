import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { SearchMeilisearchService } from "./service";

export type { SearchMeilisearchOptions } from "./client";
export { ENGINE } from "./layout";

/** The Search Module's provider. */
export default ModuleProvider(Modules.SEARCH, { services: [SearchMeilisearchService] });
