import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import autocannon from "autocannon";
import { seedState } from "../lib/database";
import { type EmbeddedPostgres, startPostgres } from "../lib/postgres";
import { end, freePort, type RunningProcess } from "../lib/processes";
import { stage } from "../lib/progress";
import { root, type Settings } from "../lib/settings";
import { build, migrate, seed, serve, systemEnv } from "../lib/system";

/** A production system on a data folder and ports of its own, under /proc's eyes. */
export type BenchSystem = {
  settings: Settings;
  env: NodeJS.ProcessEnv;
  databaseUrl: string;
  publishableKey: string;
  /** Ends and starts backend and storefront anew with more environment, e.g. MEDUSA_FF_CACHING. */
  restart: (more: NodeJS.ProcessEnv) => Promise<void>;
  /** CPU seconds so far of one part, its exited children included. */
  cpu: (part: "backend" | "storefront" | "database") => number;
  /** Resident memory of one part in MiB. */
  memory: (part: "backend" | "storefront") => number;
};

/** `npm run bench` keeps its data in .data/bench: the 20,000 products are made once. */
export async function withBenchSystem(
  scale: number,
  measure: (system: BenchSystem) => Promise<void>,
): Promise<void> {
  const dataDir = path.join(root, ".data", "bench");
  const database = await stage("Start the bench database", async () =>
    startPostgres({ dataDir, port: await freePort() }),
  );
  let servers: RunningProcess[] = [];
  const endServers = async () => {
    for (const { pid } of servers.reverse()) await end(pid, "SIGTERM");
    servers = [];
  };
  try {
    const settings = await benchSettings(dataDir);
    const env = systemEnv(settings, database.url);
    await build(settings);
    await migrate(settings, env);
    if ((await seedState(database.url)) !== "seeded") await stage("Seed", () => seed(env, []));
    await stage(`Synthetic catalog of ${scale} products (once)`, () =>
      seed(env, ["--scale", String(scale)]),
    );
    const restart = async (more: NodeJS.ProcessEnv) => {
      await endServers();
      await serve(settings, { ...env, ...more }, (server) => servers.push(server));
    };
    await restart({});
    const { publishable_key: publishableKey } = JSON.parse(
      readFileSync(env.DEMO_FILE ?? "", "utf8"),
    ) as { publishable_key: string };
    const pidOf = (part: string) => servers.find(({ name }) => name === part)?.pid ?? 0;
    await measure({
      settings,
      env,
      databaseUrl: database.url,
      publishableKey,
      restart,
      cpu: (part) => (part === "database" ? databaseCpu(database) : cpuSeconds(pidOf(part))),
      memory: (part) => residentMiB(pidOf(part)),
    });
  } finally {
    await endServers();
    await database.stop();
  }
}

async function benchSettings(dataDir: string): Promise<Settings> {
  const [storefront, backend, database] = [await freePort(), await freePort(), await freePort()];
  return {
    dataDir,
    ports: { storefront, backend, database },
    databaseUrl: undefined,
    urls: {
      storefront: `http://localhost:${storefront}`,
      backend: `http://localhost:${backend}`,
    },
  };
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

function statOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

/** utime, stime and those of children that were waited for (fields 14 to 17 of proc(5)). */
function cpuSeconds(pid: number): number {
  const stat = statOf(pid);
  return [11, 12, 13, 14].reduce((sum, field) => sum + (stat[field] ?? 0), 0) / ticksPerSecond;
}

/** The server and its living sessions; ended ones are in the server's own child times. */
function databaseCpu({ pid }: EmbeddedPostgres): number {
  const sessions = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): number[] => {
      try {
        return statOf(Number(name))[1] === pid ? [cpuSeconds(Number(name))] : [];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
  return sessions.reduce((sum, seconds) => sum + seconds, cpuSeconds(pid));
}

function residentMiB(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/);
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

export type Load = {
  perSecond: number;
  p50: number;
  p99: number;
  /** CPU milliseconds per request: of the named parts together. */
  cpuMs: number;
  errors: number;
};

/** Loads one or several addresses from this process for `seconds`, after a short warm-up. */
export async function load(
  system: BenchSystem,
  options: {
    urls: string[];
    parts: ("backend" | "storefront" | "database")[];
    seconds?: number;
    connections?: number;
    headers?: Record<string, string>;
  },
): Promise<Load> {
  const { urls, parts, seconds = 8, connections = 4, headers = {} } = options;
  const [first = ""] = urls;
  const requests = urls.map((url) => {
    const { pathname, search } = new URL(url);
    return { path: pathname + search };
  });
  const run = (duration: number) =>
    autocannon({ url: new URL(first).origin, connections, duration, headers, requests });
  await run(2);
  const before = parts.map((part) => system.cpu(part));
  const result = await run(seconds);
  const spent = parts.reduce((sum, part, at) => sum + system.cpu(part) - (before[at] ?? 0), 0);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: (spent * 1000) / result.requests.total,
    errors: result.errors + result.non2xx,
  };
}

export function printTable(title: string, rows: Record<string, string | number>[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}
