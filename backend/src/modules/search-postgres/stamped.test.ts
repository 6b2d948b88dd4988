import { describe, expect, it } from "vitest";
import { Stamped } from "./stamped";

describe("answers kept by stamp", () => {
  it("are counted once for all who ask at the same time", async () => {
    const kept = new Stamped<number>(2);
    let counted = 0;
    const count = async () => {
      counted += 1;
      return counted;
    };
    const answers = await Promise.all([kept.get("a", "1", count), kept.get("a", "1", count)]);
    expect(answers).toEqual([1, 1]);
  });

  it("are counted anew as soon as the data moved", async () => {
    const kept = new Stamped<string>(2);
    expect(await kept.get("a", "1", async () => "old")).toBe("old");
    expect(await kept.get("a", "2", async () => "new")).toBe("new");
    expect(await kept.get("a", "2", async () => "unasked")).toBe("new");
  });

  it("a failure is not kept", async () => {
    const kept = new Stamped<string>(2);
    await expect(kept.get("a", "1", () => Promise.reject(new Error("down")))).rejects.toThrow();
    expect(await kept.get("a", "1", async () => "up")).toBe("up");
  });

  it("the last one can be looked at with its stamp, and a failure is none", async () => {
    const kept = new Stamped<string>(2);
    expect(await kept.last("a")).toBeNull();
    await kept.get("a", "1", async () => "old");
    expect(await kept.last("a")).toEqual({ stamp: "1", answer: "old" });
    const failing = kept.get("a", "2", () => Promise.reject(new Error("down")));
    const looked = kept.last("a");
    await expect(failing).rejects.toThrow("down");
    expect(await looked).toBeNull();
  });

  it("the one unused for longest is forgotten first", async () => {
    const kept = new Stamped<string>(2);
    const ask = (key: string, answer: string) => kept.get(key, "1", async () => answer);
    await ask("a", "a1");
    await ask("b", "b1");
    await ask("a", "a2");
    await ask("c", "c1");
    expect(await ask("a", "a3")).toBe("a1");
    expect(await ask("b", "b2")).toBe("b2");
  });
});
