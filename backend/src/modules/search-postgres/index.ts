import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import { SearchPostgresService } from "./service";

export { forgetDrained, noteChanges } from "./changes";
export { drainChanges } from "./drain";
export { ENGINE } from "./plan";
export { installTriggers } from "./triggers";

/** The Search Module's provider; its migrations run with the module's own. */
export default {
  ...ModuleProvider(Modules.SEARCH, { services: [SearchPostgresService] }),
  ...sqlMigrations("search", migrations),
};
