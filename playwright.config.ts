import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { chromiumArgs } from "./scripts/lib/browser";

/** scripts/test.ts starts the system and names its demo.json; run alone, it is the started one's. */
function storefront(): string {
  const file = process.env.DEMO_FILE || ".data/demo.json";
  if (!existsSync(file)) return "http://localhost:3000";
  return (JSON.parse(readFileSync(file, "utf8")) as { storefront: string }).storefront;
}

// Remix's isbot takes HeadlessChrome for a robot, so the browser introduces itself as a phone does.
const phone =
  "Mozilla/5.0 (Linux; Android 13; Redmi 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const desk =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

export default defineConfig({
  testDir: "storefront/e2e",
  testMatch: "**/*.e2e.ts",
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  outputDir: ".data/test/e2e",
  use: {
    baseURL: storefront(),
    browserName: "chromium",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    launchOptions: {
      args: chromiumArgs,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
  projects: [
    {
      name: "phone",
      use: { viewport: { width: 360, height: 740 }, userAgent: phone, hasTouch: true },
    },
    { name: "desk", use: { viewport: { width: 1280, height: 900 }, userAgent: desk } },
  ],
});
