import { describe, expect, it } from "vitest";
import { BackendError } from "./backend.server";
import { critical, secondary } from "./deadline.server";

function aRefusal(status: number): BackendError {
  return new BackendError({ status, code: "code", message: "message" });
}
const statusOf = (part: Promise<unknown>) =>
  critical(part).catch((thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown));

describe("parts of a page", () => {
  it("a secondary part that is late or fails is left out", async () => {
    const slow = new Promise<string>((resolve) => setTimeout(() => resolve("late"), 50));
    expect(await secondary(slow, 5)).toBeNull();
    expect(await secondary(Promise.reject(new Error("down")), 50)).toBeNull();
    expect(await secondary(Promise.resolve("here"), 50)).toBe("here");
  });

  it("a critical part that is missing makes the page missing; a backend that is down says so", async () => {
    expect(await statusOf(Promise.reject(aRefusal(404)))).toBe(404);
    expect(await statusOf(Promise.reject(aRefusal(400)))).toBe(400);
    expect(await statusOf(Promise.reject(aRefusal(500)))).toBe(503);
    expect(await critical(Promise.resolve(1))).toBe(1);
  });

  it("a fault of ours stays a fault", async () => {
    expect(await statusOf(Promise.reject(new TypeError("ours")))).toBeInstanceOf(TypeError);
  });
});
