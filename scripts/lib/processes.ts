import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { root, Stop } from "./settings";

/** A process that this system started and that may outlive a killed parent. */
export type RunningProcess = { name: string; pid: number };

/** Hears of processes, so that they are ended with the program, or by the next start. */
export type Tracker = {
  add: (entry: RunningProcess) => void;
  remove: (pid: number) => void;
};

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * True when the living process `pid` has `mark` in its command line, hence is not a stranger that
 * got the number later. Only Linux can tell; elsewhere the number has to do.
 */
export function isStill(pid: number, mark: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync("/proc/self/cmdline")) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark);
  } catch {
    return false;
  }
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
  for (const stopAt = Date.now() + 2000; isAlive(pid) && Date.now() < stopAt; ) await wait(20);
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
  throw portTaken(port, variable, what);
}

export function portTaken(port: number, variable: string, what: string): Stop {
  const other = port < 65_535 ? port + 1 : port - 1;
  return new Stop(
    `Port ${port} for the ${what} is taken by another program. Stop that program, or choose another port: ${variable}=${other} npm start`,
  );
}

/** Asks both addresses of localhost: whoever listens on ::1 only would answer in our place. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // Only these two say that somebody is there, or that we may not be; a machine may lack IPv6.
    probe.once("error", ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== "EADDRINUSE" && code !== "EACCES"),
    );
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
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
 * Runs a command to its end. Its output goes to a log file, or to this terminal.
 *
 * @param options.tracker takes the command into a process group of its own, which Ctrl-C does not
 * reach: the tracker ends it.
 * @throws Stop with the last lines when it fails.
 */
export async function runCommand(
  title: string,
  command: string,
  args: string[],
  options: SpawnOptions & { logFile?: string; tracker?: Tracker | undefined },
): Promise<void> {
  const { logFile, tracker, ...spawnOptions } = options;
  if (logFile) mkdirSync(path.dirname(logFile), { recursive: true });
  const log = logFile ? openSync(logFile, "w") : undefined;
  const child = spawn(command, args, {
    cwd: root,
    ...spawnOptions,
    detached: tracker !== undefined,
    stdio: log === undefined ? ["ignore", "inherit", "inherit"] : ["ignore", log, log],
  });
  const pid = child.pid ?? 0;
  if (pid) tracker?.add({ name: title, pid });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode));
  });
  tracker?.remove(pid);
  if (log !== undefined) closeSync(log);
  if (code === 0) return;
  throw new Stop(
    `${title} failed.${logFile ? `\n${lastLines(logFile, 25)}\n(whole log: ${logFile})` : ""}`,
  );
}
