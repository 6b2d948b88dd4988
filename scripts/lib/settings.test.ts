import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, requireWritable, root, Stop } from "./settings";

function refusal(given: NodeJS.ProcessEnv): string {
  try {
    readSettings(given);
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
  return "accepted";
}

describe("The settings of a start", () => {
  it("need nothing at all", () => {
    expect(readSettings({})).toEqual({
      dataDir: path.join(root, ".data"),
      ports: { storefront: 3000, backend: 9000, database: 55_432 },
      databaseUrl: undefined,
      urls: { storefront: "http://localhost:3000", backend: "http://localhost:9000" },
    });
  });

  it("take an emptied variable for one that is not set", () => {
    expect(readSettings({ DATABASE_URL: "", BACKEND_PORT: "", DATA_DIR: "" })).toEqual(
      readSettings({}),
    );
  });

  it("let the addresses follow the ports, unless they are said", () => {
    const { urls } = readSettings({
      BACKEND_PORT: "9100",
      STOREFRONT_URL: "https://cholang.example/",
    });
    expect(urls).toEqual({
      storefront: "https://cholang.example",
      backend: "http://localhost:9100",
    });
  });

  it.each(["0", "65536", "80.5", "abc", "-1"])("refuse port %s by the variable's name", (text) => {
    expect(refusal({ BACKEND_PORT: text })).toBe(
      `BACKEND_PORT must be a port from 1 to 65535, not "${text}".`,
    );
  });

  it("take the first and the last port there is", () => {
    expect(readSettings({ BACKEND_PORT: "1", STOREFRONT_PORT: "65535" }).ports).toMatchObject({
      backend: 1,
      storefront: 65_535,
    });
  });

  it("refuse one port for two servers", () => {
    expect(refusal({ BACKEND_PORT: "3000" })).toContain("three different ports");
  });

  it.each([
    "mysql://u:p@localhost/x",
    "postgres:///x",
    "postgres://u:p@localhost",
    "postgres://u:p@localhost:99999/x",
    "postgres://u:p q@localhost/x",
  ])("refuse the database address %s without repeating it", (text) => {
    expect(refusal({ DATABASE_URL: text })).toMatch(/^DATABASE_URL must look like/);
    expect(refusal({ DATABASE_URL: text })).not.toContain(text);
  });

  it("take both names of PostgreSQL's scheme, and parameters", () => {
    for (const text of ["postgres://u:p%40@db:5432/x", "postgresql://u@db/x?sslmode=require"]) {
      expect(readSettings({ DATABASE_URL: text }).databaseUrl).toBe(text);
    }
  });

  it("refuse an address without its scheme", () => {
    expect(refusal({ STOREFRONT_URL: "cholang.example" })).toContain("STOREFRONT_URL must be");
  });

  it("ask for a folder that can be written to, and make it", () => {
    const parent = mkdtempSync(path.join(tmpdir(), "settings-"));
    const folder = path.join(parent, "deep", "data");
    requireWritable(folder);
    expect(existsSync(folder)).toBe(true);
    const isRoot = process.getuid?.() === 0;
    chmodSync(parent, 0o500);
    // Root may write anywhere: there only a file in the folder's place is in the way.
    const closed = isRoot ? import.meta.filename : path.join(parent, "other");
    expect(() => requireWritable(isRoot ? path.join(closed, "data") : closed)).toThrow(
      /cannot be written to by this user/,
    );
    chmodSync(parent, 0o700);
    rmSync(parent, { recursive: true });
  });
});
