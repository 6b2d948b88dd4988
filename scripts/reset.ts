import { existsSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { embeddedDataFolder, stopLeftServer } from "./lib/postgres";
import { main } from "./lib/progress";
import { RunList } from "./lib/run-list";
import { readSettings, Stop } from "./lib/settings";

/** What a running system writes; secrets stay, so that signed links of a backup keep working. */
const belongings = ["files", "files-private", "demo.json", "migrated", "logs", "run.json"];

/** `npm run reset`: deletes the embedded database and uploaded files, after asking. */
main(async () => {
  const settings = readSettings();
  if (settings.databaseUrl) {
    throw new Stop(
      "DATABASE_URL is set: reset deletes only the embedded database. Empty the other one with its own tools.",
    );
  }
  if (RunList.isSystemRunning(settings.dataDir)) {
    throw new Stop("Chợ Làng is running from this folder. Stop it with Ctrl-C there first.");
  }
  if (!existsSync(settings.dataDir)) {
    console.log(`Nothing to delete: ${settings.dataDir} does not exist.`);
    return;
  }
  if (!process.argv.includes("--yes") && !(await isConfirmed(settings.dataDir))) {
    console.log("Nothing was deleted.");
    return;
  }
  const list = new RunList(settings.dataDir);
  await list.takeOver();
  const data = embeddedDataFolder(realpathSync(settings.dataDir));
  await stopLeftServer(data);
  rmSync(data, { recursive: true, force: true });
  for (const name of belongings) {
    rmSync(path.join(settings.dataDir, name), { recursive: true, force: true });
  }
  console.log("Deleted. The next npm start begins anew.");
});

async function isConfirmed(dataDir: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Stop("Reset asks before it deletes. Without a terminal, say: npm run reset -- --yes");
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Delete the database, files and demo accounts in ${dataDir}? Type yes: `,
  );
  terminal.close();
  return answer.trim().toLowerCase() === "yes";
}
