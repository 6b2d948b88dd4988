import { openDatabase } from "./database";
import type { Tracker } from "./processes";
import { stage } from "./progress";
import { RunList } from "./run-list";
import { runSession } from "./session";
import { readSettings } from "./settings";
import { build, migrate, systemEnv } from "./system";

/** What is run in the built backend, with the arguments of the command line; `tracker` can end it. */
type Work = (env: NodeJS.ProcessEnv, args: string[], tracker?: Tracker) => Promise<void>;

/**
 * Runs `work` on the system's database: beside a started system, whose database and build are used
 * as they are, or with a database, build and migration of this command's own, which end with it.
 */
export async function runBesideSystem(title: string, work: Work): Promise<void> {
  const settings = readSettings();
  const args = process.argv.slice(2);
  const run = (databaseUrl: string, tracker?: Tracker) =>
    stage(title, () => work(systemEnv(settings, databaseUrl), args, tracker));
  if (RunList.isSystemRunning(settings.dataDir)) {
    await run((await openDatabase(settings)).url);
    return;
  }
  await runSession(settings, async (session) => {
    const database = await stage("Start the database", () => session.openDatabase());
    await build(settings, session);
    await migrate(settings, systemEnv(settings, database.url), session);
    await run(database.url, session);
    await session.end(0);
  });
}
