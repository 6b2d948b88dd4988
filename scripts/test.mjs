import { runScript } from "./lib/prepare.mjs";

runScript("scripts/test.ts", process.argv.slice(2));
