import { describe, expect, it } from "vitest";
import { forEachInTurn } from "./each";

describe("Doing something for each in turn", () => {
  it("serves those behind one who fails, and says in the end who failed", async () => {
    const served: number[] = [];
    const all = forEachInTurn([1, 2, 3], async (item) => {
      if (item === 2) throw new Error("no such address");
      served.push(item);
    });
    await expect(all).rejects.toThrow("1 of 3: no such address");
    expect(served).toEqual([1, 3]);
  });

  it("is silent when all goes well", async () => {
    await expect(forEachInTurn([1, 2], async () => undefined)).resolves.toBeUndefined();
  });
});
