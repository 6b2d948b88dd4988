import { runBesideSystem } from "./lib/beside";
import { main } from "./lib/progress";
import { reindex } from "./lib/system";

/**
 * `npm run search:reindex`: fills the search index anew beside the one in use, with progress; works
 * beside a started system too. `-- --engine search-meilisearch` fills one engine only.
 */
main(() => runBesideSystem("Fill the search index", reindex));
