import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import { SearchPostgresService } from "./service";

export { forgetDrained, noteChanges } from "./changes";
export {
  type DeadLetter,
  listDeadLetters,
  type QueueState,
  queueState,
  retryDeadLetters,
} from "./dead-letters";
export { type Drain, drainChanges, shortenQueue } from "./drain";
export { flushEmptyQueries, noteEmptyQuery, trimEmptyQueries } from "./empty-queries";
export { isMigrated, registerEngine, restEngine, unregisterEngine, wakeEngine } from "./engines";
export { ENGINE } from "./plan";
export { type RebuildOutcome, rebuildIndex, type SearchModule } from "./rebuild-index";
export { beatRebuild, claimRebuild, endRebuild, REBUILD_SILENCE } from "./rebuilds";
export { installTriggers } from "./triggers";

/** The Search Module's provider; its migrations run with the module's own. */
export default {
  ...ModuleProvider(Modules.SEARCH, { services: [SearchPostgresService] }),
  ...sqlMigrations("search", migrations),
};
