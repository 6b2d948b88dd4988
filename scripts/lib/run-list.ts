import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { end, isStill, type RunningProcess, type Tracker, wait } from "./processes";
import { root, Stop } from "./settings";

/** How long a start waits for one that has just been told to end, or whose terminal is gone. */
const patienceMs = { running: 3_000, ending: 45_000 };

type Content = { isEnding?: boolean; processes: RunningProcess[] };

/** The list in `<data>/run.json` of who runs, so that the next start finds what a kill -9 left. */
export class RunList implements Tracker {
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
   * Refuses while another start is alive; ends what a killed one has left.
   *
   * @returns names of the leftovers that were ended.
   */
  async takeOver(): Promise<string[]> {
    const since = Date.now();
    for (let parent = this.#parent(); parent; parent = this.#parent()) {
      const patience = this.#read().isEnding ? patienceMs.ending : patienceMs.running;
      if (Date.now() - since > patience) {
        throw new Stop(
          `Chợ Làng already runs from this folder (process ${parent.pid}). Stop it with Ctrl-C there first.`,
        );
      }
      await wait(100);
    }
    const left = this.#read().processes.filter(
      ({ name, pid }) => name !== "start" && isStill(pid, root + path.sep),
    );
    // The leftovers stay listed until they have ended: this start may be killed as well.
    this.#processes = [{ name: "start", pid: process.pid }, ...left];
    this.#write();
    for (const { pid } of left) await end(pid, "SIGTERM");
    this.#processes = this.#processes.slice(0, 1);
    this.#write();
    return left.map(({ name }) => name);
  }

  add(entry: RunningProcess): void {
    this.#processes.push(entry);
    this.#write();
  }

  remove(pid: number): void {
    this.#processes = this.#processes.filter((entry) => entry.pid !== pid);
    this.#write();
  }

  /** Says that this start is on its way out, so that the next one waits instead of refusing. */
  announceEnd(): void {
    this.#write(true);
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }

  #write(isEnding = false): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    // In one piece: a list cut in the middle would forget everybody.
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ isEnding, processes: this.#processes }));
    renameSync(draft, this.#file);
  }

  #parent(): RunningProcess | undefined {
    return this.#read().processes.find(
      ({ name, pid }) => name === "start" && pid !== process.pid && isStill(pid, root + path.sep),
    );
  }

  #read(): Content {
    try {
      const content = JSON.parse(readFileSync(this.#file, "utf8")) as Content;
      return Array.isArray(content.processes) ? content : { processes: [] };
    } catch {
      return { processes: [] };
    }
  }
}
