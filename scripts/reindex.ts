import { openDatabase } from "./lib/database";
import { main, stage } from "./lib/progress";
import { RunList } from "./lib/run-list";
import { runSession } from "./lib/session";
import { readSettings } from "./lib/settings";
import { build, migrate, reindex, systemEnv } from "./lib/system";

/**
 * `npm run search:reindex`: fills the search index anew beside the one in use, with progress; works
 * beside a started system too. `-- --engine search-meilisearch` fills one engine only.
 */
main(async () => {
  const settings = readSettings();
  const args = process.argv.slice(2);
  if (RunList.isSystemRunning(settings.dataDir)) {
    // Database and build belong to the started system: they are used as they are.
    const database = await openDatabase(settings);
    await stage("Fill the search index", () => reindex(systemEnv(settings, database.url), args));
    return;
  }
  await runSession(settings, async (session) => {
    const database = await stage("Start the database", () => session.openDatabase());
    await build(settings, session);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env, session);
    await stage("Fill the search index", () => reindex(env, args, session));
    await session.end(0);
  });
});
