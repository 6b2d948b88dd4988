import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { root, Stop } from "./settings";

/** A process that this system started and that may outlive a killed parent. */
export type RunningProcess = { name: string; pid: number };

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True when `pid` is still one of ours, not a stranger that got the number later (Linux only). */
function isOurs(pid: number): boolean {
  if (!existsSync("/proc/self/cmdline")) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(root);
  } catch {
    return false;
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks a process group to end, and after `graceMs` makes it. */
export async function end(pid: number, signal: NodeJS.Signals, graceMs = 10_000): Promise<void> {
  const send = (name: NodeJS.Signals) => {
    try {
      process.kill(-pid, name);
    } catch {
      if (isAlive(pid)) process.kill(pid, name);
    }
  };
  if (!isAlive(pid)) return;
  send(signal);
  for (const stopAt = Date.now() + graceMs; Date.now() < stopAt; ) {
    if (!isAlive(pid)) return;
    await wait(50);
  }
  send("SIGKILL");
}

/** The list in `<data>/run.json` of who runs, so that the next start finds what a kill -9 left. */
export class RunList {
  readonly #file: string;
  #processes: RunningProcess[] = [];

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, "run.json");
  }

  /** Whether a start of this folder is alive. */
  static isSystemRunning(dataDir: string): boolean {
    return new RunList(dataDir).#parent() !== undefined;
  }

  /**
   * Refuses while another start is alive; ends servers whose parent was killed.
   *
   * @returns names of the leftovers that were ended.
   */
  async takeOver(): Promise<string[]> {
    const left = this.#read();
    const parent = this.#parent();
    if (parent) {
      throw new Stop(
        `Chợ Làng already runs from this folder (process ${parent.pid}). Stop it with Ctrl-C there first.`,
      );
    }
    const servers = left.filter(({ name, pid }) => name !== "start" && isAlive(pid) && isOurs(pid));
    for (const { pid } of servers) await end(pid, "SIGTERM");
    this.#processes = [];
    this.add({ name: "start", pid: process.pid });
    return servers.map(({ name }) => name);
  }

  add(entry: RunningProcess): void {
    this.#processes.push(entry);
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.#processes));
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }

  #parent(): RunningProcess | undefined {
    return this.#read().find(
      ({ name, pid }) => name === "start" && pid !== process.pid && isAlive(pid) && isOurs(pid),
    );
  }

  #read(): RunningProcess[] {
    try {
      return JSON.parse(readFileSync(this.#file, "utf8")) as RunningProcess[];
    } catch {
      return [];
    }
  }
}

/** Starts a server in a process group of its own, writing to `<data>/logs/<name>.log`. */
export function startServer(options: {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  dataDir: string;
}): ChildProcess & { logFile: string } {
  const logs = path.join(options.dataDir, "logs");
  mkdirSync(logs, { recursive: true });
  const logFile = path.join(logs, `${options.name}.log`);
  const log = openSync(logFile, "w");
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return Object.assign(child, { logFile });
}

/** A catalog of 20,000 products takes about a minute to be indexed for the first time. */
const answerTimeoutMs = 300_000;

/** Waits until `url` answers with less than 500; says why when the server dies or stays silent. */
export async function waitUntilAnswers(
  name: string,
  url: string,
  server: ChildProcess & { logFile: string },
  headers: Record<string, string> = {},
): Promise<void> {
  for (const stopAt = Date.now() + answerTimeoutMs; Date.now() < stopAt; ) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Stop(`The ${name} ended while starting:\n${lastLines(server.logFile)}`);
    }
    const status = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) })
      .then((answer) => answer.status)
      .catch(() => 0);
    if (status > 0 && status < 500) return;
    await wait(150);
  }
  throw new Stop(`The ${name} did not answer at ${url} in time:\n${lastLines(server.logFile)}`);
}

export function lastLines(file: string, count = 15): string {
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
}

/** Refuses with a sentence when somebody else listens on the port. */
export async function requireFreePort(port: number, variable: string, what: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Stop(
    `Port ${port} for the ${what} is taken by another program. Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
  );
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(true)));
  });
}

/** A port that is free now, for tests that run beside a started system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Runs a command to its end. Its output goes to a log file, or to this terminal with `show`.
 *
 * @throws Stop with the last lines when it fails.
 */
export async function runCommand(
  title: string,
  command: string,
  args: string[],
  options: SpawnOptions & { logFile?: string },
): Promise<void> {
  const { logFile, ...spawnOptions } = options;
  if (logFile) mkdirSync(path.dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, "w") : undefined;
  const child = spawn(command, args, {
    cwd: root,
    ...spawnOptions,
    stdio: log === undefined ? "inherit" : ["ignore", log, log],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode));
  });
  if (log !== undefined) closeSync(log);
  if (code === 0) return;
  throw new Stop(
    `${title} failed.${logFile ? `\n${lastLines(logFile, 25)}\n(whole log: ${logFile})` : ""}`,
  );
}
