/**
 * What must hold before any TypeScript can run: a new enough Node and an installed tree. Plain
 * Node without packages, because nothing may be installed yet.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const needed = [20, 19];

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  stop(
    `Chợ Làng needs Node ${needed.join(".")} or newer, this is ${process.versions.node}. ` +
      "Install the current LTS release of Node.js and run the command again.",
  );
}

/** Installs when node_modules does not belong to this lockfile, also after a broken-off install. */
function install() {
  const lockfile = readFileSync(path.join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(lockfile).update(process.version).digest("hex");
  const marker = path.join(root, "node_modules", ".cho-lang-lock");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Installing packages (npm ci), about two minutes the first time …");
  rmSync(marker, { force: true });
  const npm = spawnSync("npm", ["ci", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
  if (npm.status !== 0) {
    stop("npm ci failed (see above). Check the network connection and run the command again.");
  }
  writeFileSync(marker, wanted);
}

/** The parent of a process, as far as /proc tells. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** Calls back once npm, which runs this script through a shell, is gone: killed, not asked. */
function whenNpmIsGone(callBack) {
  if (!process.env.npm_lifecycle_event) return;
  const line = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = line();
  const timer = setInterval(() => {
    if (line() === before) return;
    clearInterval(timer);
    callBack();
  }, 500);
  timer.unref();
}

/** Prepares the tree, then hands this process's terminal, signals and exit code to a script. */
export function runScript(script, args) {
  checkNode();
  install();
  // The channel carries no messages: its end tells the script that this process was killed.
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, script), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  child.channel?.unref();
  // Ctrl-C reaches the child by itself; this process only has to outlive it.
  process.on("SIGINT", () => undefined);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
