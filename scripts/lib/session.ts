import { type Database, openDatabase } from "./database";
import { end, isAlive, type RunningProcess, type Tracker } from "./processes";
import { RunList } from "./run-list";
import { requireWritable, type Settings, Stop } from "./settings";

/** Everything that one `npm start`, `dev` or `seed` has started, and the way it all ends. */
export class Session implements Tracker {
  readonly #settings: Settings;
  readonly #list: RunList;
  #processes: RunningProcess[] = [];
  #opening: Promise<Database> | undefined;
  #isEnding = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#list = new RunList(settings.dataDir);
  }

  get isEnding(): boolean {
    return this.#isEnding;
  }

  async takeOver(): Promise<void> {
    requireWritable(this.#settings.dataDir);
    const left = await this.#list.takeOver();
    if (left.length > 0) console.log(`Ended what a killed start had left: ${left.join(", ")}.`);
  }

  /** Ends the session on Ctrl-C, on a polite kill, and when the process before this one is gone. */
  listen(): void {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.end(0));
    }
    process.on("disconnect", () => this.end(0));
  }

  async openDatabase(): Promise<Database> {
    this.#opening = openDatabase(this.#settings);
    return await this.#opening;
  }

  add(entry: RunningProcess): void {
    this.#processes.push(entry);
    if (this.#isEnding) void end(entry.pid, "SIGTERM");
    else this.#list.add(entry);
  }

  remove(pid: number): void {
    this.#processes = this.#processes.filter((entry) => entry.pid !== pid);
    if (!this.#isEnding) this.#list.remove(pid);
  }

  /** Ends everything when one server dies: half a market helps nobody. */
  async watch(): Promise<void> {
    const database = (await this.#opening)?.embedded;
    const watched = [...this.#processes];
    if (database) watched.push({ name: "postgres", pid: database.pid });
    const timer = setInterval(() => {
      const dead = watched.find(({ pid }) => !isAlive(pid));
      if (!dead || this.#isEnding) return;
      clearInterval(timer);
      const log = `${this.#settings.dataDir}/logs/${dead.name}.log`;
      console.error(`\nThe ${dead.name} ended; its log is ${log}`);
      void this.end(1);
    }, 1000);
  }

  /** Ends the servers, latest first, then the database, then this process. */
  async end(code: number): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    if (this.#processes.length > 0 || this.#opening) console.log("\nStopping …");
    this.#list.announceEnd();
    for (const { pid } of this.#processes.reverse()) await end(pid, "SIGTERM");
    // Ctrl-C may come while the database is starting: what has been started must end.
    const database = await this.#opening?.catch(() => undefined);
    await database?.embedded?.stop();
    this.#list.clear();
    process.exit(code);
  }
}

/** Runs `work` as the one session of the data folder; a failure ends everything it started. */
export async function runSession(
  settings: Settings,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const session = new Session(settings);
  await session.takeOver();
  session.listen();
  try {
    await work(session);
  } catch (error) {
    // Whoever is ended in the middle of its work fails, which is no news.
    if (session.isEnding) return;
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    await session.end(1);
  }
}
