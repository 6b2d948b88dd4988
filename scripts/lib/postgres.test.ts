import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { query } from "./database";
import { embeddedDataFolder, startPostgres, stopLeftServer } from "./postgres";
import { freePort, isAlive } from "./processes";

describe("The embedded database", () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "postgres-"));
  afterAll(async () => {
    await stopLeftServer(embeddedDataFolder(dataDir));
    rmSync(dataDir, { recursive: true, force: true });
  });
  const pidFile = () => path.join(embeddedDataFolder(dataDir), "postmaster.pid");

  it("starts, is found again by a second start, ends cleanly and keeps its rows", async () => {
    const port = await freePort();
    const first = await startPostgres({ dataDir, port, fast: true });
    await query(first.url, (sql) => sql`CREATE TABLE kept AS SELECT 42 AS answer`);

    const second = await startPostgres({ dataDir, port: await freePort(), fast: true });
    expect(second).toMatchObject({ pid: first.pid, isReused: true, url: first.url });

    await second.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(pidFile())).toBe(false);

    // After the machine was restarted, the file of a killed server may name a stranger.
    writeFileSync(pidFile(), `${process.pid}\n/elsewhere\n0\n${port}\n`);
    const third = await startPostgres({ dataDir, port, fast: true });
    expect(third.isReused).toBe(false);
    expect(await query(third.url, (sql) => sql`SELECT answer FROM kept`)).toEqual([{ answer: 42 }]);
    await third.stop();
  }, 60_000);

  it("says which port is taken, and what to type", async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    await expect(startPostgres({ dataDir, port, fast: true })).rejects.toThrow(
      `Port ${port} for the database is taken`,
    );
    other.close();
  }, 60_000);
});
