import path from "node:path";
import { end, RunList, type RunningProcess, requireFreePort } from "./lib/processes";
import { main, stage } from "./lib/progress";
import { readSettings, root, Stop } from "./lib/settings";
import {
  build,
  migrate,
  openDatabase,
  seedWhenEmpty,
  serveForDevelopment,
  systemEnv,
} from "./lib/system";

/** `npm run dev`: the same system as `npm start`, restarted or reloaded when a file changes. */
async function dev(): Promise<void> {
  const settings = readSettings();
  const list = new RunList(settings.dataDir);
  await list.takeOver();
  const servers: RunningProcess[] = [];
  let stopDatabase: () => Promise<void> = async () => undefined;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    for (const { pid } of servers.reverse()) await end(pid, "SIGTERM");
    await stopDatabase();
    list.clear();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
  try {
    await requireFreePort(settings.ports.backend, "BACKEND_PORT", "backend");
    await requireFreePort(settings.ports.storefront, "STOREFRONT_PORT", "storefront");
    const database = await stage("Start the database", () => openDatabase(settings));
    if (database.embedded) stopDatabase = database.embedded.stop;
    await build(settings);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env);
    await seedWhenEmpty(settings, env);
    await serveForDevelopment(settings, { ...env, NODE_ENV: "development" }, (server) => {
      servers.push(server);
      list.add(server);
    });
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    await stop(1);
  }
  const { storefront, backend } = settings.urls;
  console.log(`\nDevelopment: ${storefront}  ${storefront}/producer  ${backend}/app`);
  console.log(`Logs: ${path.relative(root, settings.dataDir)}/logs\n\nCtrl-C ends everything.`);
}

main(dev);
