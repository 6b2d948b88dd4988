import { setTimeout as sleep } from "node:timers/promises";
import { ServerError } from "./errors";

type Body = ReturnType<ServerError["body"]>;

export type ServerTask = {
  uid: number;
  batchUid: number | null;
  indexUid: string;
  status: "enqueued" | "processing" | "succeeded" | "failed";
  type: string;
  canceledBy: null;
  details: Record<string, unknown>;
  error: Body | null;
  duration: string | null;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** What happens to tasks; see `control` of the server. */
export type TaskControl = { task_ms: number; task_error: { code: string; message: string } | null };

/** Tasks are done one after the other, after their request was answered. */
export class Tasks {
  readonly #all: ServerTask[] = [];
  readonly #control: TaskControl;
  #last: Promise<void> = Promise.resolve();

  constructor(control: TaskControl) {
    this.#control = control;
  }

  /** Adds a task; what it does runs later, and the error it throws becomes the task's. */
  add(type: string, indexUid: string, details: Record<string, unknown>, work: () => void) {
    const task: ServerTask = {
      uid: this.#all.length,
      batchUid: null,
      indexUid,
      status: "enqueued",
      type,
      canceledBy: null,
      details,
      error: null,
      duration: null,
      enqueuedAt: new Date().toISOString(),
      startedAt: null,
      finishedAt: null,
    };
    this.#all.push(task);
    this.#last = this.#last.then(() => this.#run(task, work));
    const { uid, status, enqueuedAt } = task;
    return { taskUid: uid, indexUid, status, type, enqueuedAt };
  }

  get(uid: string): ServerTask {
    if (!/^\d+$/.test(uid)) {
      const message = `Task uid \`${uid}\` is invalid. It should only contain numeric characters.`;
      throw new ServerError("invalid_task_uids", message);
    }
    const task = this.#all[Number(uid)];
    if (!task) throw new ServerError("task_not_found", `Task \`${uid}\` not found.`, 404);
    return task;
  }

  /** When all tasks so far are over. */
  idle(): Promise<void> {
    return this.#last;
  }

  async #run(task: ServerTask, work: () => void): Promise<void> {
    task.startedAt = new Date().toISOString();
    task.status = "processing";
    task.batchUid = task.uid;
    await sleep(this.#control.task_ms);
    try {
      const failure = this.#control.task_error;
      if (failure) throw new ServerError(failure.code, failure.message);
      work();
      task.status = "succeeded";
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      task.status = "failed";
      task.error = error.body();
    }
    task.duration = "PT0.001S";
    task.finishedAt = new Date().toISOString();
  }
}
