import path from "node:path";
import { requireFreePort } from "./lib/processes";
import { main, stage } from "./lib/progress";
import { runSession } from "./lib/session";
import { readSettings, root } from "./lib/settings";
import { build, migrate, seedWhenEmpty, serveForDevelopment, systemEnv } from "./lib/system";

/** `npm run dev`: the same system as `npm start`, restarted or reloaded when a file changes. */
async function dev(): Promise<void> {
  const settings = readSettings();
  await runSession(settings, async (session) => {
    await requireFreePort(settings.ports.backend, "BACKEND_PORT", "backend");
    await requireFreePort(settings.ports.storefront, "STOREFRONT_PORT", "storefront");
    const database = await stage("Start the database", () => session.openDatabase());
    await build(settings, session);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env, session);
    await seedWhenEmpty(settings, env, session);
    const watching = { ...env, NODE_ENV: "development" };
    await serveForDevelopment(settings, watching, (server) => session.add(server));
    const { storefront, backend } = settings.urls;
    console.log(`\nDevelopment: ${storefront}  ${storefront}/producer  ${backend}/app`);
    console.log(`Logs: ${path.relative(root, settings.dataDir)}/logs\n\nCtrl-C ends everything.`);
    await session.watch();
  });
}

main(dev);
