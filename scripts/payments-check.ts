import { openDatabase } from "./lib/database";
import { main, stage } from "./lib/progress";
import { RunList } from "./lib/run-list";
import { runSession } from "./lib/session";
import { readSettings } from "./lib/settings";
import { build, checkPayments, migrate, systemEnv } from "./lib/system";

/**
 * `npm run payments:check`: compares what payment providers took and gave back with our books, by
 * day; names each difference and then ends with an error. Works beside a started system too.
 * `-- --from 2026-11-01 --to 2026-11-30` looks at other days than the last 31.
 */
main(async () => {
  const settings = readSettings();
  const args = process.argv.slice(2);
  if (RunList.isSystemRunning(settings.dataDir)) {
    // Database and build belong to the started system: they are used as they are.
    const database = await openDatabase(settings);
    await stage("Check the payments", () => checkPayments(systemEnv(settings, database.url), args));
    return;
  }
  await runSession(settings, async (session) => {
    const database = await stage("Start the database", () => session.openDatabase());
    await build(settings, session);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env, session);
    await stage("Check the payments", () => checkPayments(env, args, session));
    await session.end(0);
  });
});
