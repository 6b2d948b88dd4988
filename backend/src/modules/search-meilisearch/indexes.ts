import { setTimeout } from "node:timers/promises";
import type { Logger, SearchTypes } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";
import type { EnqueuedTask, Task } from "meilisearch";
import { EngineAwayError } from "../../lib/engine-away";
import { away, known, type makeClients, missing, refused } from "./client";
import { layOut } from "./layout";
import { settingsHash, settingsOf } from "./settings";

type Clients = ReturnType<typeof makeClients>;
type Definition = SearchTypes.ResolvedSearchIndexDefinition;

/** How long a deploy or a write waits for an index to be made and set. */
const MAKE_MS = 30_000;
/** How long a task is waited for when nobody says how long: a batch behind many others. */
const TASK_MS = 300_000;
const POLL_MS = 25;

/** Physical indexes with their settings, and tasks. */
export class Indexes {
  readonly #clients: Clients;
  readonly #logger: Pick<Logger, "warn">;
  /** Physical indexes whose settings this process has compared, by what it compared. */
  readonly #settled = new Map<string, string>();

  constructor(clients: Clients, logger: Pick<Logger, "warn">) {
    this.#clients = clients;
    this.#logger = logger;
  }

  /**
   * Makes the index when it is not there, and sends settings when they differ. A server that can't
   * be reached is logged, not thrown: a deploy must not fail because search is away, and the index
   * is built when the server is back (writing to it is NOT_FOUND until then).
   */
  async make(definition: Definition): Promise<SearchTypes.SearchTask> {
    const index = definition.physical_name;
    const { writing } = this.#clients;
    try {
      if (!(await this.exists(index))) {
        const task = await known(index, () =>
          writing.createIndex(index, { primaryKey: definition.primary_key }),
        );
        await this.finished(index, task);
        // It may have been there before, on a server that came back empty.
        this.#settled.delete(index);
      }
      return await this.settle(index, definition);
    } catch (error) {
      if (!(error instanceof EngineAwayError)) throw error;
      this.#logger.warn(`The search index "${index}" is not made yet. ${error.message}`);
      return { index, status: "succeeded" };
    }
  }

  async exists(index: string): Promise<boolean> {
    try {
      await known(index, () => this.#clients.writing.getRawIndex(index));
      return true;
    } catch (error) {
      if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) return false;
      throw error;
    }
  }

  /**
   * Before a write: the index must be there, because Meilisearch would make one without settings,
   * and then the few documents of the write would pass for the whole catalog; its settings are
   * compared once in the life of this process.
   */
  async ready(index: string, definition: Definition): Promise<void> {
    if (!(await this.exists(index))) {
      this.#settled.delete(index);
      throw missing(index);
    }
    await this.settle(index, definition);
  }

  /** Sends the settings when their hash differs from that of the index's own. */
  async settle(index: string, definition: Definition): Promise<SearchTypes.SearchTask> {
    const settings = settingsOf(layOut(definition));
    const hash = settingsHash(settings);
    if (this.#settled.get(index) === hash) return { index, status: "succeeded" };
    const { writing } = this.#clients;
    const current = await known(index, () => writing.index(index).getSettings());
    if (settingsHash(settings, current) !== hash) {
      const task = await known(index, () => writing.index(index).updateSettings(settings));
      await this.finished(index, task);
    }
    this.#settled.set(index, hash);
    return { index, status: "succeeded" };
  }

  forget(index: string): void {
    this.#settled.delete(index);
  }

  /**
   * Waits until a task is over.
   * @throws EngineAwayError when it isn't in time: the server works on others, or not at all.
   */
  async wait(index: string | undefined, id: number, timeout = TASK_MS): Promise<Task> {
    const { tasks } = this.#clients.reading;
    const end = Date.now() + timeout;
    // Not the client's own waiting, which adds a listener to one signal for each look.
    for (;;) {
      const task = await known(index ?? "", () => tasks.getTask(id));
      if (task.status !== "enqueued" && task.status !== "processing") return task;
      if (Date.now() >= end) throw away(`task ${id} was not done after ${timeout} ms`);
      await setTimeout(POLL_MS);
    }
  }

  private async finished(index: string, { taskUid }: EnqueuedTask): Promise<void> {
    const { status, error } = await this.wait(index, taskUid, MAKE_MS);
    // Another process may have made the index meanwhile.
    if (status === "succeeded" || error?.code === "index_already_exists") return;
    throw error?.code === "index_not_found" ? missing(index) : refused(error?.message ?? status);
  }
}

/** A task as the Search Module knows it. */
export function taskOf(index: string, { taskUid, status }: EnqueuedTask): SearchTypes.SearchTask {
  return { id: String(taskUid), index, status: status === "processing" ? status : "enqueued" };
}

/**
 * How a task ended. Deleting an index that isn't there has done what was wanted.
 * @throws MedusaError NOT_FOUND when another task's index was not there.
 */
export function endOf(task: SearchTypes.SearchTask, ended: Task): SearchTypes.SearchTask {
  const { status, error, type } = ended;
  const isGone = error?.code === "index_not_found";
  if (isGone && type !== "indexDeletion") throw missing(task.index ?? "");
  if (status === "succeeded" || isGone) return { ...task, status: "succeeded" };
  const message = error?.message ?? `The task was ${status}.`;
  return {
    ...task,
    status: "failed",
    error: { message, ...(error?.code === undefined ? {} : { code: error.code }) },
  };
}
