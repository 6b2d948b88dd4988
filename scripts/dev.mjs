import { runScript } from "./lib/prepare.mjs";

runScript("scripts/dev.ts", process.argv.slice(2));
