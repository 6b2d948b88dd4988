import { runScript } from "./lib/prepare.mjs";

runScript("scripts/start.ts", process.argv.slice(2));
