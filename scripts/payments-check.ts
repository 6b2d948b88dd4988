import { runBesideSystem } from "./lib/beside";
import { main } from "./lib/progress";
import { checkPayments } from "./lib/system";

/**
 * `npm run payments:check`: compares what payment providers took and gave back with our books, by
 * day; names each difference and then ends with an error. Works beside a started system too.
 * `-- --from 2026-11-01 --to 2026-11-30` looks at other days than the last 31.
 */
main(() => runBesideSystem("Check the payments", checkPayments));
