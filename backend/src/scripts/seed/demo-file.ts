import { randomInt } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "@medusajs/framework/zod";

const account = z.object({ email: z.string(), password: z.string() });
const demo = z.object({
  storefront: z.string(),
  backend: z.string(),
  admin: z.string(),
  publishable_key: z.string(),
  accounts: z.object({
    operator: account,
    customer: account,
    producers: z.array(account.extend({ handle: z.string() })),
  }),
});

/** Addresses and accounts of an installation, for the person who started it and for tests. */
export type Demo = z.infer<typeof demo>;

const WORDS =
  "lua sen tre cau nep che que hoi mit bon rom coi dua mai dao sung trau chum lua nong vai gom".split(
    " ",
  );

/** Passwords of this installation's demo accounts: those of its demo file, else new ones. */
export class Keyring {
  readonly #known: Map<string, string>;
  readonly #fresh = new Map<string, string>();

  /** @param file path of the demo file; undefined when nobody wants one. */
  constructor(file: string | undefined) {
    const previous = file ? readDemo(file) : null;
    const { operator, customer, producers = [] } = previous?.accounts ?? {};
    const accounts = [operator, customer, ...producers].filter((entry) => entry !== undefined);
    this.#known = new Map(accounts.map(({ email, password }) => [email, password]));
  }

  passwordOf(email: string): string {
    const present = this.#known.get(email) ?? this.#fresh.get(email);
    if (present) return present;
    const password = newPassword();
    this.#fresh.set(email, password);
    return password;
  }

  /** Whether the password was made in this run, so that an old login must be given it. */
  isFresh(email: string): boolean {
    return this.#fresh.has(email);
  }
}

/** Three short words and four digits: easy to read out, one of 10^8. */
function newPassword(): string {
  const word = () => WORDS[randomInt(WORDS.length)] ?? "lua";
  return `${word()}-${word()}-${word()}-${String(randomInt(10_000)).padStart(4, "0")}`;
}

/** Writes the demo file in one step, so that no reader sees half of it. Readable by its owner only. */
export function writeDemo(file: string, content: Demo): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

function readDemo(file: string): Demo | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const parsed = demo.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
