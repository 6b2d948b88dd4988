import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** Arguments that keep Chromium from calling home; it runs as root in containers, hence no sandbox. */
export const chromiumArgs = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
];

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A browser that starts: CHROMIUM_PATH, the system's, Playwright's cache, the npm package's. */
export async function findChromium(): Promise<string | undefined> {
  const fromPackage = async () => {
    const { default: packaged } = await import("@sparticuz/chromium");
    return packaged.executablePath();
  };
  const candidates: (() => Promise<string>)[] = [
    ...[process.env.CHROMIUM_PATH, ...systemBrowsers, chromium.executablePath()]
      .filter((file): file is string => Boolean(file) && existsSync(file ?? ""))
      .map((file) => async () => file),
    fromPackage,
  ];
  for (const candidate of candidates) {
    const executablePath = await candidate().catch(() => undefined);
    if (executablePath && (await starts(executablePath))) return executablePath;
  }
  return undefined;
}

async function starts(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: chromiumArgs, timeout: 30_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
