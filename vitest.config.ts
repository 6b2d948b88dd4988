import { defineConfig } from "vitest/config";

/**
 * unit: pure code. db: one module on PostgreSQL. http: the whole backend over HTTP, one boot (about
 * 15 s) per file. db and http need the test database of scripts/test.ts (TEST_DATABASE_URL).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "shared/src/**/*.test.ts",
            "backend/src/**/*.test.ts",
            "storefront/{app,server}/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        test: {
          name: "db",
          include: ["backend/src/**/*.db.test.ts"],
          globals: true,
          setupFiles: ["backend/integration-tests/setup.ts"],
          pool: "forks",
          maxWorkers: 2,
          execArgv: ["--require", "tsx/cjs"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "http",
          include: ["backend/integration-tests/http/**/*.http.test.ts"],
          globals: true,
          setupFiles: ["backend/integration-tests/setup.ts"],
          pool: "forks",
          maxWorkers: 2,
          execArgv: ["--require", "tsx/cjs"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
