import { existsSync, readFileSync } from "node:fs";
import { end, RunList, type RunningProcess, requireFreePort } from "./lib/processes";
import { main, stage } from "./lib/progress";
import { readSettings, type Settings, Stop } from "./lib/settings";
import {
  build,
  demoFile,
  migrate,
  openDatabase,
  seedWhenEmpty,
  serve,
  systemEnv,
} from "./lib/system";

type Account = { email: string; password: string };
type Demo = {
  accounts: { operator: Account; customer: Account; producers: (Account & { handle: string })[] };
};

/** `npm start`: everything from an empty folder to three answering addresses. */
async function start(): Promise<void> {
  const started = Date.now();
  const settings = readSettings();
  const list = new RunList(settings.dataDir);
  const left = await list.takeOver();
  if (left.length > 0) console.log(`Ended what a killed start had left: ${left.join(", ")}.`);

  const servers: RunningProcess[] = [];
  let stopDatabase: () => Promise<void> = async () => undefined;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    console.log("\nStopping …");
    for (const { pid } of servers.reverse()) await end(pid, "SIGTERM");
    await stopDatabase();
    list.clear();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));

  try {
    const { backend, storefront } = settings.ports;
    await requireFreePort(backend, "BACKEND_PORT", "backend");
    await requireFreePort(storefront, "STOREFRONT_PORT", "storefront");
    const database = await stage("Start the database", () => openDatabase(settings));
    if (database.embedded) stopDatabase = database.embedded.stop;
    await build(settings);
    const env = systemEnv(settings, database.url);
    await migrate(settings, env);
    await seedWhenEmpty(settings, env);
    await serve(settings, env, (server) => {
      servers.push(server);
      list.add(server);
    });
  } catch (error) {
    if (isStopping) return;
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    await stop(1);
  }
  printWelcome(settings, Date.now() - started);
  watch(servers, settings, stop);
}

/** Ends everything when one server dies: half a market helps nobody. */
function watch(servers: RunningProcess[], settings: Settings, stop: (code: number) => void): void {
  setInterval(() => {
    const dead = servers.find(({ pid }) => !isRunning(pid));
    if (!dead) return;
    console.error(`\nThe ${dead.name} ended; its log is ${settings.dataDir}/logs/${dead.name}.log`);
    stop(1);
  }, 1000);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function printWelcome(settings: Settings, tookMs: number): void {
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
  console.log(`\n${lines.join("\n")}\n\nCtrl-C ends everything.`);
}

main(start);
