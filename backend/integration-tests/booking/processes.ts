import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Task } from "./worker";

type Message = { ready: true } | { answer: unknown };

/** A Node process of its own with the booking service on the same database. */
export type Worker = { run: <T>(task: Task) => Promise<T>; end: () => Promise<void> };

function next(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`The worker died with ${code}.`));
    child.once("exit", died);
    child.once("message", (message: Message) => {
      child.off("exit", died);
      resolve(message);
    });
  });
}

/** Starts a worker; it has loaded its code and opened its connections when this resolves. */
export async function startWorker(): Promise<Worker> {
  const child = fork(path.join(__dirname, "worker.ts"), {
    execArgv: ["--require", "tsx/cjs"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await next(child);
  return {
    run: async <T>(task: Task) => {
      const answer = next(child);
      child.send(task);
      const message = await answer;
      return ("answer" in message ? message.answer : undefined) as T;
    },
    end: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.disconnect();
      }),
  };
}
