import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runChecks } from "./check";
import { findChromium } from "./lib/browser";
import { embeddedUrl, startPostgres } from "./lib/postgres";
import { end, freePort, runCommand } from "./lib/processes";
import { root } from "./lib/settings";

/** `failures` names what failed, for the end of the run, where one looks first. */
type Counts = { passed: number; failed: number; skipped: number; failures?: string[] };

/**
 * `npm test`: static checks, then unit, db and http tests, then the browser's, against a database,
 * ports and a data folder of their own, so that a started system is not disturbed. The last line is
 * the sum. `npm test -- check unit db http e2e` runs only the parts named.
 */
const dataDir = path.join(root, ".data", "test");
const parts = ["check", "unit", "db", "http", "e2e"] as const;
type Part = (typeof parts)[number];

function chosen(): Set<Part> {
  const named = process.argv.slice(2).filter((arg): arg is Part => parts.includes(arg as Part));
  return new Set(named.length > 0 ? named : parts);
}

/** The zone of most servers, the one that everything is about, and one that is a day behind. */
const zones = ["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"] as const;
/** Files about days and hours, which run in every zone; the others run in the first one only. */
const aboutTime = [
  "calendar",
  "instants",
  "booking",
  "tour",
  "visit",
  "season",
  "certification",
  "mail",
];
/** Races are the same in every zone, and long. */
const onlyOnce = ["--exclude", "**/proof/**"];

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

/** What runs in a process group of its own, which Ctrl-C does not reach. */
const endings = new Set<() => Promise<void>>();

/** Ctrl-C, or the death of whoever started the tests, ends the database and the system as well. */
function endWithTerminal(): void {
  let isEnding = false;
  const endAll = async () => {
    if (isEnding) return;
    isEnding = true;
    console.log("\nStopping …");
    for (const ending of [...endings].reverse()) await ending();
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, endAll);
}

async function runTool(title: string, tool: string, args: string[], env: NodeJS.ProcessEnv) {
  console.log(`\n── ${title}`);
  const child = spawn(path.join(root, "node_modules", ".bin", tool), args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  return new Promise<number>((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}

/**
 * Runs one Vitest project, or the part of it that Vitest's own arguments name; a crash before any
 * report counts as one failure.
 */
async function vitest(
  project: string,
  env: NodeJS.ProcessEnv,
  part: readonly string[] = [],
): Promise<Counts> {
  const report = path.join(dataDir, `${project}.json`);
  rmSync(report, { force: true });
  const code = await runTool(
    `${project} tests, TZ=${env.TZ}`,
    "vitest",
    ["run", ...part, "--project", project, "--reporter=default", "--reporter=json"].concat(
      `--outputFile.json=${report}`,
      "--silent=passed-only",
    ),
    env,
  );
  if (!existsSync(report)) return lost(`${project} tests, TZ=${env.TZ}: no report`);
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  ) as VitestReport;
  // A suite that fails to load has no failed test of its own, only an exit code.
  const failed = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests;
  const failures = testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults }) => {
      const titles = assertionResults.filter(({ status }) => status === "failed");
      const file = `${path.relative(root, name)}, TZ=${env.TZ}`;
      return titles.length === 0 ? [file] : titles.map(({ fullName }) => `${file}: ${fullName}`);
    });
  return { passed: numPassedTests, failed, skipped: numPendingTests, failures };
}

/** A part of the run that ended without telling what it did counts as one failure. */
function lost(what: string): Counts {
  return { passed: 0, failed: 1, skipped: 0, failures: [what] };
}

/** The tests without a browser in one time zone: that of the processes and of the database. */
async function testsIn(TZ: string, wanted: Set<Part>, part: readonly string[]): Promise<Counts[]> {
  const counts: Counts[] = [];
  if (wanted.has("unit")) counts.push(await vitest("unit", { TZ }, part));
  if (!wanted.has("db") && !wanted.has("http")) return counts;
  const port = await freePort();
  const server = await startPostgres({ dataDir, port, fast: true, timeZone: TZ });
  endings.add(server.stop);
  try {
    const env = { TEST_DATABASE_URL: server.url, TZ };
    if (wanted.has("db")) counts.push(await vitest("db", env, part));
    if (wanted.has("http")) counts.push(await vitest("http", env, part));
  } finally {
    await server.stop();
    endings.delete(server.stop);
  }
  return counts;
}

/**
 * The system under test takes transfers on an account of nobody's, told of by a feed of the tests,
 * and cards at the simulator of Stripe.
 */
const payments = {
  VIETQR_BANK_BIN: "970436",
  VIETQR_ACCOUNT_NUMBER: "0000000000",
  VIETQR_ACCOUNT_NAME: "CHO LANG THU NGHIEM",
  VIETQR_FEED: "sepay",
  VIETQR_FEED_SECRET: randomUUID(),
};

/** Starts the whole system as `npm start` does and drives it with a real browser. */
async function e2e(): Promise<Counts> {
  const chromium = await findChromium();
  if (!chromium) {
    console.log("\nNo Chromium starts here, so the browser tests are skipped: set CHROMIUM_PATH.");
    return { passed: 0, failed: process.env.CI ? 1 : 0, skipped: 1 };
  }
  const home = path.join(dataDir, "system");
  const [storefront, backend, database] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...process.env,
    DATA_DIR: home,
    STOREFRONT_PORT: String(storefront),
    BACKEND_PORT: String(backend),
    DATABASE_PORT: String(database),
    DATABASE_URL: "",
    ...payments,
  };
  rmSync(home, { recursive: true, force: true });
  console.log("\n── the system for the browser tests");
  const system = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/start.ts"), "--with-local-stripe"],
    {
      cwd: root,
      env,
      // The channel's end tells the system that these tests were killed.
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      detached: true,
    },
  );
  system.channel?.unref();
  const endSystem = () => end(system.pid ?? 0, "SIGTERM", 40_000);
  endings.add(endSystem);
  try {
    const isOpen = await new Promise<boolean>((resolve) => {
      let text = "";
      system.stdout?.on("data", (data: Buffer) => {
        process.stdout.write(data);
        text += data.toString();
        if (text.includes("is open")) resolve(true);
      });
      system.on("exit", () => resolve(false));
    });
    if (!isOpen) return lost("The system for the browser tests did not start");
    return await playwright({
      ...payments,
      CHROMIUM_PATH: chromium,
      DEMO_FILE: path.join(home, "demo.json"),
      // Quarters of an hour pass in the database: a test makes holds run out there.
      E2E_DATABASE_URL: embeddedUrl(home, database),
    });
  } finally {
    await endSystem();
    endings.delete(endSystem);
  }
}

type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

async function playwright(env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = path.join(dataDir, "e2e.json");
  rmSync(report, { force: true });
  const code = await runTool("browser tests", "playwright", ["test"], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  if (!existsSync(report)) return lost("browser tests: no report");
  const { stats } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}

async function test(): Promise<void> {
  const started = Date.now();
  const wanted = chosen();
  endWithTerminal();
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };
  const add = (...all: Counts[]) => {
    for (const counts of all) {
      sum.passed += counts.passed;
      sum.failed += counts.failed;
      sum.skipped += counts.skipped;
      sum.failures.push(...(counts.failures ?? []));
    }
  };
  mkdirSync(dataDir, { recursive: true });
  await runCommand(
    "Building shared",
    process.execPath,
    [path.join(root, "node_modules/typescript/bin/tsc"), "-p", "shared/tsconfig.build.json"],
    {},
  );
  if (wanted.has("check")) {
    console.log("── checks");
    for (const { title, passed } of await runChecks()) {
      const failures = passed ? [] : [`check: ${title}`];
      add({ passed: Number(passed), failed: Number(!passed), skipped: 0, failures });
    }
  }
  for (const TZ of zones) {
    const part = TZ === zones[0] ? [] : [...aboutTime, ...onlyOnce];
    add(...(await testsIn(TZ, wanted, part)));
  }
  if (wanted.has("e2e")) add(await e2e());
  for (const failure of sum.failures) console.log(`\n✗ ${failure}`);
  console.log(`\nAll took ${((Date.now() - started) / 60_000).toFixed(1)} minutes.`);
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
  console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
  process.exit(sum.failed > 0 ? 1 : 0);
}

test().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed");
  process.exit(1);
});
