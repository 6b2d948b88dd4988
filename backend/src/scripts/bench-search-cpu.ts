import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { sql } from "../lib/sql";

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** CPU milliseconds so far of this process and of what works for it. */
export type CpuClock = () => number;

/** This process and the whole PostgreSQL server, which must run on this machine. */
export async function databaseClock(): Promise<CpuClock> {
  const [row] = await sql()<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const server = statOf(row?.pid ?? 0)[1] ?? 0;
  return () => ownMs() + treeMs(server);
}

/**
 * This process and the Meilisearch server, found by its port; null when it runs on another machine
 * or belongs to somebody else.
 */
export function serverClock(host: string): CpuClock | null {
  const pid = listenerAt(Number(new URL(host).port || 80));
  return pid === null ? null : () => ownMs() + cpuMs(pid);
}

function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function statOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

/** utime, stime and those of children that were waited for (fields 14 to 17 of proc(5)). */
function cpuMs(pid: number): number {
  const stat = statOf(pid);
  const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + (stat[field] ?? 0), 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

function processes(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** A process may end while it is looked at. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

/** A server and its living sessions; ended ones are in the server's own child times. */
function treeMs(server: number): number {
  return [server, ...processes().filter((pid) => attempt(() => statOf(pid)[1]) === server)].reduce(
    (sum, pid) => sum + (attempt(() => cpuMs(pid)) ?? 0),
    0,
  );
}

function listenerAt(port: number): number | null {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const sockets = new Set(
    ["tcp", "tcp6"]
      .flatMap(
        (table) => attempt(() => readFileSync(`/proc/net/${table}`, "utf8").split("\n")) ?? [],
      )
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === "0A")
      .map((cells) => `socket:[${cells[9]}]`),
  );
  const holds = (pid: number) =>
    (attempt(() => readdirSync(`/proc/${pid}/fd`)) ?? []).some((fd) =>
      sockets.has(attempt(() => readlinkSync(`/proc/${pid}/fd/${fd}`)) ?? ""),
    );
  return processes().find(holds) ?? null;
}
