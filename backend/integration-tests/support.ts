import path from "node:path";
import { medusaIntegrationTestRunner } from "@medusajs/test-utils";

/**
 * Points Medusa's test runner at TEST_DATABASE_URL (a server; each suite makes its own database).
 * The runner wants the host to be the word localhost: with 127.0.0.1 it forces SSL and hangs.
 */
function useTestServer(): void {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("TEST_DATABASE_URL is not set: run the tests with npm test");
  const url = new URL(server);
  process.env.DB_HOST = "localhost";
  process.env.DB_PORT = url.port;
  process.env.DB_USERNAME = decodeURIComponent(url.username);
  process.env.DB_PASSWORD = decodeURIComponent(url.password);
}

type Suite = Parameters<typeof medusaIntegrationTestRunner>[0]["testSuite"];

/**
 * Boots the whole backend for one test file on a database of its own, restored before each test
 * from a template taken after the file's beforeAll hooks. `name` must be unique among the files.
 */
export function medusaHttpSuite(name: string, testSuite: Suite): void {
  useTestServer();
  const dbName = `http-${name}-${process.pid}`;
  const url = new URL(process.env.TEST_DATABASE_URL ?? "");
  url.hostname = "localhost";
  url.pathname = `/${dbName}`;
  process.env.DATABASE_URL = url.toString();
  medusaIntegrationTestRunner({
    dbName,
    cwd: path.resolve(__dirname, ".."),
    medusaConfigFile: path.resolve(__dirname, ".."),
    inApp: true,
    env: { DATABASE_URL: url.toString(), MEDUSA_DISABLE_TELEMETRY: "1" },
    testSuite,
  });
}
