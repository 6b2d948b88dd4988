import { RunList } from "./lib/processes";
import { main, stage } from "./lib/progress";
import { readSettings } from "./lib/settings";
import { build, migrate, openDatabase, seed, systemEnv } from "./lib/system";

/**
 * `npm run seed`: writes the demo data where it is missing; works beside a started system too.
 * `npm run seed -- --scale 20000` adds a synthetic catalog for benchmarks.
 */
main(async () => {
  const settings = readSettings();
  const database = await openDatabase(settings);
  try {
    if (!RunList.isSystemRunning(settings.dataDir)) await build(settings);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env);
    await stage("Write the data", () => seed(env, process.argv.slice(2)));
  } finally {
    // A server that already ran belongs to a started system.
    if (database.embedded && !database.embedded.isReused) await database.embedded.stop();
  }
});
