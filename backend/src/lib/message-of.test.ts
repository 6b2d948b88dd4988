import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk";
import { describe, expect, it } from "vitest";
import { forEachInTurn } from "./each";
import { refuse } from "./errors";
import { messageOf } from "./message-of";

const failing = createStep("fail-with-words", async ({ code }: { code: string | null }) => {
  if (code === null) throw new Error("the lock was not free");
  if (code !== "") refuse(code, "there is no more of it");
  return new StepResponse(null);
});
const failingWorkflow = createWorkflow("fail-with-words", (input: { code: string | null }) => {
  failing(input);
});
const run = (code: string | null) => failingWorkflow().run({ input: { code } });

describe("What an error says", () => {
  it("is its message, also when a workflow made a plain object of it", async () => {
    const thrown = await run(null).catch((error: unknown) => error);
    expect(thrown).not.toBeInstanceOf(Error);
    expect(messageOf(thrown)).toBe("the lock was not free");
    expect(messageOf(await run("gone").catch((error: unknown) => error))).toBe(
      "there is no more of it",
    );
  });

  it("is kept of errors that a workflow does not throw, but answers", async () => {
    const { errors } = await failingWorkflow().run({
      input: { code: null },
      throwOnError: false,
    });
    expect(errors.map(({ error }) => messageOf(error))).toEqual(["the lock was not free"]);
  });

  it("is told by jobs that do a deed for each", async () => {
    await expect(forEachInTurn(["", null], run)).rejects.toThrow("1 of 2: the lock was not free");
  });

  it("is the thing itself when it is no error", () => {
    expect(["late", undefined, 7].map(messageOf)).toEqual(["late", "undefined", "7"]);
  });
});
