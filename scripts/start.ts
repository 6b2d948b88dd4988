import { existsSync, readFileSync } from "node:fs";
import { requireFreePort } from "./lib/processes";
import { main, stage } from "./lib/progress";
import { runSession } from "./lib/session";
import { readSettings, type Settings } from "./lib/settings";
import { build, demoFile, migrate, seedWhenEmpty, serve, systemEnv } from "./lib/system";
import { besideStart } from "./local-stripe/for-start";

type Account = { email: string; password: string };
type Demo = {
  accounts: { operator: Account; customer: Account; producers: (Account & { handle: string })[] };
};

/** `npm start`: everything from an empty folder to three answering addresses. */
async function start(): Promise<void> {
  const started = Date.now();
  const settings = readSettings();
  await runSession(settings, async (session) => {
    await requireFreePort(settings.ports.backend, "BACKEND_PORT", "backend");
    await requireFreePort(settings.ports.storefront, "STOREFRONT_PORT", "storefront");
    const database = await stage("Start the database", () => session.openDatabase());
    await build(settings, session);
    const args = process.argv.slice(2);
    const simulated = await besideStart(settings, { args, env: process.env });
    const env = { ...systemEnv(settings, database.url), ...simulated?.env };
    await migrate(settings, env, session);
    await seedWhenEmpty(settings, env, session);
    await serve(settings, env, (server) => session.add(server));
    printWelcome(settings, Date.now() - started, simulated?.words);
    await session.watch();
  });
}

function printWelcome(settings: Settings, tookMs: number, more: string[] = []): void {
  const { storefront, backend } = settings.urls;
  const lines = [
    `Chợ Làng is open (${(tookMs / 1000).toFixed(1)} s).`,
    `  Storefront  ${storefront}   (English: ${storefront}/en)`,
    `  Producers   ${storefront}/producer`,
    `  Admin       ${backend}/app`,
    `  Backend     ${backend}`,
  ];
  if (existsSync(demoFile(settings))) {
    const { accounts } = JSON.parse(readFileSync(demoFile(settings), "utf8")) as Demo;
    const row = (who: string, { email, password }: Account) =>
      `  ${who.padEnd(11)} ${email}  ${password}`;
    lines.push("Demo accounts (all of them: demo.json in the data folder)");
    lines.push(row("operator", accounts.operator), row("customer", accounts.customer));
    for (const producer of accounts.producers.slice(0, 2)) lines.push(row("producer", producer));
  }
  lines.push(...more);
  console.log(`\n${lines.join("\n")}\n\nCtrl-C ends everything.`);
}

main(start);
