import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import path from "node:path";
import { main } from "./lib/progress";
import { root, Stop } from "./lib/settings";

type Check = { title: string; command: string; args: string[]; cwd?: string };

/** Every static check. Each must be clean; `npm run format` mends what can be mended by itself. */
const checks: Check[] = [
  { title: "types: backend", command: "tsc", args: ["-p", "backend", "--noEmit"] },
  { title: "lint: Medusa's rules", command: "eslint", args: ["backend/src", "--max-warnings=0"] },
  { title: "types: storefront", command: "tsc", args: ["-p", "storefront"] },
  { title: "types: shared", command: "tsc", args: ["-p", "shared"] },
  { title: "types: scripts and tests", command: "tsc", args: ["-p", "."] },
  { title: "types: backend tests", command: "tsc", args: ["-p", "backend/tsconfig.test.json"] },
  { title: "format, imports, lint", command: "biome", args: ["check", "."] },
  {
    title: "boundaries",
    command: "depcruise",
    args: ["shared/src", "backend/src", "storefront/app", "scripts", "--output-type=err-long"],
  },
  { title: "dead code", command: "knip", args: [] },
];

export type CheckResult = { title: string; passed: boolean; seconds: number; output: string };

function run(check: Check): Promise<CheckResult> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(path.join(root, "node_modules", ".bin", check.command), check.args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: "0" },
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => (output += error.message));
    child.on("close", (code) => {
      const seconds = (Date.now() - started) / 1000;
      resolve({ title: check.title, passed: code === 0, seconds, output });
    });
  });
}

/** Runs all checks, as many at a time as there are cores, printing each as it ends. */
export async function runChecks(): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await run(check);
      results.push(result);
      console.log(`${result.passed ? "✓" : "✗"} ${result.title} (${result.seconds.toFixed(1)} s)`);
      if (!result.passed) console.log(result.output);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return results;
}

if (process.argv[1]?.endsWith("check.ts")) {
  main(async () => {
    const results = await runChecks();
    const failed = results.filter(({ passed }) => !passed);
    if (failed.length > 0) throw new Stop(`${failed.length} of ${results.length} checks failed.`);
    console.log(`All ${results.length} checks are clean.`);
  });
}
