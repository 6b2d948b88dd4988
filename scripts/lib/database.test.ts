import { describe, expect, it } from "vitest";
import { isSeedDue, openDatabase, seedStateOf } from "./database";
import { freePort } from "./processes";
import { readSettings } from "./settings";

describe("Demo data", () => {
  it("is read from the shop's mark first, then from whether there are goods", () => {
    expect(seedStateOf("done", true)).toBe("seeded");
    expect(seedStateOf("started", false)).toBe("half");
    expect(seedStateOf("started", true)).toBe("half");
    expect(seedStateOf(undefined, false)).toBe("empty");
    expect(seedStateOf(undefined, true)).toBe("own");
  });

  it("is written into an empty shop, and where writing broke off", () => {
    expect(isSeedDue("empty", false)).toBe(true);
    expect(isSeedDue("half", true)).toBe(true);
  });

  it("is written again only to bring back a lost list of accounts", () => {
    expect(isSeedDue("seeded", true)).toBe(false);
    expect(isSeedDue("seeded", false)).toBe(true);
  });

  it("never enters a shop that has goods of its own", () => {
    expect(isSeedDue("own", true)).toBe(false);
    expect(isSeedDue("own", false)).toBe(false);
  });
});

describe("A database of one's own", () => {
  it("that does not answer is named with the reason and the cure, its password is not", async () => {
    const url = `postgres://shop:topsecret@localhost:${await freePort()}/shop`;
    const opening = openDatabase(readSettings({ DATABASE_URL: url }));
    await expect(opening).rejects.toThrow(
      /DATABASE_URL cannot be used \(connect ECONNREFUSED.*unset/,
    );
    await expect(opening).rejects.not.toThrow(/topsecret/);
  });
});
