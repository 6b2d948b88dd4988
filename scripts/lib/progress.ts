import { Stop } from "./settings";

/**
 * Runs one named stage, shows that it runs and how long it took. `done` may say more than "ok".
 */
export async function stage<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  process.stdout.write(`• ${title} …\n`);
  const result = await work();
  const note = typeof result === "string" ? ` (${result})` : "";
  process.stdout.write(`  ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s${note}\n`);
  return result;
}

/** Runs a script's main function; a Stop is printed as its sentence, anything else with its stack. */
export function main(run: () => Promise<void>): void {
  run().catch((error: unknown) => {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
    // Children keep the event loop alive otherwise.
    setTimeout(() => process.exit(1), 200);
  });
}
