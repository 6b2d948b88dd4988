import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "./processes";
import { RunList } from "./run-list";
import { root } from "./settings";

/** A process that looks like one of ours: this project's path stands in its command line. */
function sleeper(mark = path.join(root, "sleeper")): number {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)", mark], {
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  return child.pid ?? 0;
}

describe("The list of what runs", () => {
  let dataDir = "";
  let pids: number[] = [];
  const write = (text: string) => writeFileSync(path.join(dataDir, "run.json"), text);
  const started = (pid: number) => {
    pids.push(pid);
    return pid;
  };

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), "run-list-"));
    pids = [];
  });
  afterEach(() => {
    for (const pid of pids.filter(isAlive)) process.kill(pid, "SIGKILL");
    rmSync(dataDir, { recursive: true });
  });

  it("lets the next start end what a killed one left", async () => {
    const backend = started(sleeper());
    const gone = 2 ** 22 + 1;
    const processes = [
      { name: "start", pid: gone },
      { name: "backend", pid: backend },
    ];
    write(JSON.stringify({ processes }));
    const list = new RunList(dataDir);
    expect(await list.takeOver()).toEqual(["backend"]);
    expect(isAlive(backend)).toBe(false);
    expect(JSON.parse(readFileSync(path.join(dataDir, "run.json"), "utf8"))).toMatchObject({
      processes: [{ name: "start", pid: process.pid }],
    });
    list.clear();
    expect(existsSync(path.join(dataDir, "run.json"))).toBe(false);
  });

  it("never ends a stranger who got the number of one of ours", async () => {
    const stranger = started(sleeper("/somewhere/else"));
    write(JSON.stringify({ processes: [{ name: "backend", pid: stranger }] }));
    expect(await new RunList(dataDir).takeOver()).toEqual([]);
    expect(isAlive(stranger)).toBe(true);
  });

  it("refuses a second start while one runs", async () => {
    const other = started(sleeper());
    write(JSON.stringify({ processes: [{ name: "start", pid: other }] }));
    expect(RunList.isSystemRunning(dataDir)).toBe(true);
    await expect(new RunList(dataDir).takeOver()).rejects.toThrow(
      `already runs from this folder (process ${other})`,
    );
    expect(isAlive(other)).toBe(true);
  }, 15_000);

  it("waits for a start that is on its way out", async () => {
    const other = started(sleeper());
    write(JSON.stringify({ isEnding: true, processes: [{ name: "start", pid: other }] }));
    setTimeout(() => process.kill(other, "SIGKILL"), 300);
    expect(await new RunList(dataDir).takeOver()).toEqual([]);
  });

  it("takes a broken list for an empty one", async () => {
    write('{"processes": [{"na');
    expect(RunList.isSystemRunning(dataDir)).toBe(false);
    expect(await new RunList(dataDir).takeOver()).toEqual([]);
  });
});
