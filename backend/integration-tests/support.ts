import path from "node:path";
import { medusaIntegrationTestRunner } from "@medusajs/test-utils";

type Suite = Parameters<typeof medusaIntegrationTestRunner>[0]["testSuite"];

/** The address of a database on the test server. */
export function testDatabaseUrl(dbName: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? "");
  url.hostname = "localhost";
  url.pathname = `/${dbName}`;
  return url.toString();
}

/**
 * Boots the whole backend for one test file on a database of its own, restored before each test
 * from a template taken after the file's beforeAll hooks. `name` must be unique among the files.
 */
export function medusaHttpSuite(name: string, testSuite: Suite): void {
  const dbName = `http-${name}-${process.pid}`;
  process.env.DATABASE_URL = testDatabaseUrl(dbName);
  const backend = path.resolve(__dirname, "..");
  // Medusa resolves the config's "./src/modules/…" against the working directory.
  process.chdir(backend);
  medusaIntegrationTestRunner({
    dbName,
    cwd: backend,
    medusaConfigFile: backend,
    inApp: true,
    env: { DATABASE_URL: process.env.DATABASE_URL },
    testSuite,
  });
}
