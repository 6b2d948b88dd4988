import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import { SearchPostgresService } from "./service";

export { forgetDrained, noteChanges } from "./changes";
export { drainChanges } from "./drain";
export { flushEmptyQueries, noteEmptyQuery, trimEmptyQueries } from "./empty-queries";
export { ENGINE } from "./plan";
export { beatRebuild, claimRebuild, endRebuild } from "./rebuilds";
export { installTriggers } from "./triggers";

/** The Search Module's provider; its migrations run with the module's own. */
export default {
  ...ModuleProvider(Modules.SEARCH, { services: [SearchPostgresService] }),
  ...sqlMigrations("search", migrations),
};
