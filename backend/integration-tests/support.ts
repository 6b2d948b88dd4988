import { createRequire } from "node:module";
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
  const own = testDatabaseUrl(dbName);
  process.env.DATABASE_URL = own;
  const backend = path.resolve(__dirname, "..");
  // Medusa resolves the config's "./src/modules/…" against the working directory.
  process.chdir(backend);
  parkJobsWhileRestoring();
  medusaIntegrationTestRunner({
    dbName,
    cwd: backend,
    medusaConfigFile: backend,
    inApp: true,
    env: { DATABASE_URL: own },
    testSuite: (options) => {
      beforeEach(() => {
        process.env.DATABASE_URL = own;
      });
      testSuite(options);
    },
  });
}

/**
 * Restoring a database ends its connections, and postgres.js throws outside any promise when that
 * happens in the middle of a write. Jobs go on every second, so for that moment the shared pool
 * looks at a database that is not restored; a job that runs then fails and is tried again.
 */
function parkJobsWhileRestoring(): void {
  // Vitest's own import would be a second pool; require gives the one that the backend uses.
  const { closeSql }: typeof import("../src/lib/sql") = createRequire(__filename)("../src/lib/sql");
  beforeEach(async () => {
    process.env.DATABASE_URL = testDatabaseUrl("postgres");
    await closeSql();
  });
}
