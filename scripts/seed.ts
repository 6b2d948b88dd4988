import { openDatabase } from "./lib/database";
import { main, stage } from "./lib/progress";
import { RunList } from "./lib/run-list";
import { runSession } from "./lib/session";
import { readSettings } from "./lib/settings";
import { build, migrate, seed, systemEnv } from "./lib/system";

/**
 * `npm run seed`: writes the demo data where it is missing; works beside a started system too.
 * `npm run seed -- --scale 20000` adds a synthetic catalog for benchmarks.
 */
main(async () => {
  const settings = readSettings();
  const args = process.argv.slice(2);
  if (RunList.isSystemRunning(settings.dataDir)) {
    // Database and build belong to the started system: they are used as they are.
    const database = await openDatabase(settings);
    const env = systemEnv(settings, database.url);
    await stage("Write the data", () => seed(env, args));
    return;
  }
  await runSession(settings, async (session) => {
    const database = await stage("Start the database", () => session.openDatabase());
    await build(settings, session);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env, session);
    await stage("Write the data", () => seed(env, args, session));
    await session.end(0);
  });
});
