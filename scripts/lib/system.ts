import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isSeedDue, query, seedState } from "./database";
import {
  type RunningProcess,
  runCommand,
  startServer,
  type Tracker,
  waitUntilAnswers,
} from "./processes";
import { stage } from "./progress";
import { hash, root, type Settings, Stop } from "./settings";

/** Where `medusa build` puts the backend that runs in production. */
export const builtBackend = path.join(root, "backend", ".medusa", "server");
const medusaCli = path.join(root, "node_modules", "@medusajs", "cli", "cli.js");

/** Secrets are made once per installation and kept beside its data, readable by the owner only. */
function secrets(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const names = ["JWT_SECRET", "COOKIE_SECRET", "SIGNING_SECRET", "SESSION_SECRET"];
    const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString("hex")]));
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
}

/** Environment of every process of the system; what the caller has set wins over made secrets. */
export function systemEnv(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    FILES_DIR: path.join(settings.dataDir, "files"),
    ...secrets(settings.dataDir),
    ...process.env,
    DATABASE_URL: databaseUrl,
    BACKEND_URL: settings.urls.backend,
    STOREFRONT_URL: settings.urls.storefront,
    DEMO_FILE: demoFile(settings),
    MEDUSA_DISABLE_TELEMETRY: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
}

export function demoFile(settings: Settings): string {
  return path.join(settings.dataDir, "demo.json");
}

export async function build(settings: Settings, tracker?: Tracker): Promise<void> {
  const turbo = path.join(root, "node_modules", "turbo", "bin", "turbo");
  await stage("Build (cached when nothing changed)", () =>
    runCommand(
      "The build",
      process.execPath,
      [turbo, "run", "build", "--output-logs=errors-only", "--no-daemon"],
      {
        env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", MEDUSA_DISABLE_TELEMETRY: "1" },
        logFile: path.join(settings.dataDir, "logs", "build.log"),
        tracker,
      },
    ),
  );
}

/** Runs a Medusa command in the built backend, with its output in a log file or on the terminal. */
export function medusa(
  title: string,
  args: string[],
  options: {
    env: NodeJS.ProcessEnv;
    logFile?: string;
    cwd?: string;
    tracker?: Tracker | undefined;
  },
): Promise<void> {
  const { cwd = builtBackend, ...rest } = options;
  return runCommand(title, process.execPath, [medusaCli, ...args], { cwd, ...rest });
}

/** Content of every built file that may define a table, a link or an index. */
function schemaFiles(): Buffer[] {
  return ["modules", "links", "search"].flatMap((folder) => {
    const at = path.join(builtBackend, "src", folder);
    if (!existsSync(at)) return [];
    return readdirSync(at, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js"))
      .sort()
      .map((file) => readFileSync(path.join(at, file)));
  });
}

/**
 * What decides whether a database is up to date: its identity, the packages, our own schema and
 * which search engines and payment providers there are, as each has tables of its own.
 */
async function schemaFingerprint(url: string, env: NodeJS.ProcessEnv): Promise<string> {
  const identity = await query(
    url,
    (
      sql,
    ) => sql`SELECT oid::text || current_database() AS id, to_regclass('public.store')::text AS store
      FROM pg_database WHERE datname = current_database()`,
  );
  const manifest = readFileSync(path.join(root, "package-lock.json"));
  const optional = ["MEILISEARCH_HOST", "VIETQR_BANK_BIN", "STRIPE_API_KEY"];
  const parts = optional.filter((name) => env[name]).join();
  return hash(url, JSON.stringify(identity), manifest, parts, ...schemaFiles());
}

/** Migrates unless this very build has migrated this very database before. */
export async function migrate(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  tracker?: Tracker,
): Promise<void> {
  const url = env.DATABASE_URL ?? "";
  const stateFile = path.join(settings.dataDir, "migrated");
  const before = await schemaFingerprint(url, env);
  if (existsSync(stateFile) && readFileSync(stateFile, "utf8") === before) return;
  await stage("Migrate the database", () =>
    medusa("The migration", ["db:migrate"], {
      env,
      logFile: path.join(settings.dataDir, "logs", "migrate.log"),
      tracker,
    }),
  );
  writeFileSync(stateFile, await schemaFingerprint(url, env));
}

export async function seedWhenEmpty(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  tracker?: Tracker,
): Promise<void> {
  const state = await seedState(env.DATABASE_URL ?? "");
  if (!isSeedDue(state, existsSync(demoFile(settings)))) return;
  await stage("Write the demo data", () => seed(env, [], tracker));
}

export function seed(env: NodeJS.ProcessEnv, args: string[], tracker?: Tracker): Promise<void> {
  return medusa("The seed", ["exec", "./src/scripts/seed.js", "--", ...args], {
    env: { LOG_LEVEL: "warn", ...env },
    tracker,
  });
}

export function reindex(env: NodeJS.ProcessEnv, args: string[], tracker?: Tracker): Promise<void> {
  return medusa("The filling of the index", ["exec", "./src/scripts/reindex.js", "--", ...args], {
    env: { LOG_LEVEL: "warn", ...env },
    tracker,
  });
}

/** Rejects when payments contradict each other: each row was named then. */
export function checkPayments(
  env: NodeJS.ProcessEnv,
  args: string[],
  tracker?: Tracker,
): Promise<void> {
  return medusa(
    "The check of payments",
    ["exec", "./src/scripts/payments-check.js", "--", ...args],
    {
      env: { LOG_LEVEL: "warn", ...env },
      tracker,
    },
  );
}

/** The key that the storefront sends; undefined before the first seed. */
async function publishableKey(url: string): Promise<string> {
  const rows = await query(
    url,
    (sql) => sql`SELECT token FROM api_key
      WHERE type = 'publishable' AND revoked_at IS NULL AND deleted_at IS NULL
      ORDER BY created_at LIMIT 1`,
  );
  const token: unknown = rows[0]?.token;
  if (typeof token === "string") return token;
  throw new Stop(
    "The database has no publishable API key. Make one in the admin (Settings, Publishable API keys), then start again.",
  );
}

type OnServer = (server: RunningProcess) => void;
type Server = { args: string[]; cwd: string };

/** Starts backend and storefront, each awaited; `onServer` hears of each as soon as it has a pid. */
async function serveWith(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  onServer: OnServer,
  commands: { backend: Server; storefront: Server },
): Promise<void> {
  const { ports, dataDir } = settings;
  const at = (port: number, path: string) => `http://localhost:${port}${path}`;
  const launch = (name: "backend" | "storefront", more: NodeJS.ProcessEnv) => {
    const server = startServer({
      name,
      command: process.execPath,
      ...commands[name],
      env: { ...env, ...more, PORT: String(ports[name]), HOST: "127.0.0.1" },
      dataDir,
    });
    onServer({ name, pid: server.pid ?? 0 });
    return server;
  };
  const key = env.PUBLISHABLE_KEY ?? (await publishableKey(env.DATABASE_URL ?? ""));
  const backend = await stage("Start the backend and the admin", async () => {
    const server = launch("backend", {});
    await waitUntilAnswers("backend", at(ports.backend, "/health"), server);
    await waitUntilAnswers("admin", at(ports.backend, "/app"), server);
    return server;
  });
  await stage("Fill the catalog's index where it is empty", () =>
    waitUntilAnswers("catalog", at(ports.backend, "/store/catalog?page_size=1"), backend, {
      "x-publishable-api-key": key,
    }),
  );
  await stage("Start the storefront", async () => {
    const storefront = launch("storefront", {
      BACKEND_URL: at(ports.backend, ""),
      PUBLISHABLE_KEY: key,
    });
    await waitUntilAnswers("storefront", at(ports.storefront, "/healthz"), storefront);
  });
}

const storefrontServer = path.join(root, "storefront", "server.ts");

export function serve(settings: Settings, env: NodeJS.ProcessEnv, onServer: OnServer) {
  const port = String(settings.ports.backend);
  return serveWith(settings, env, onServer, {
    backend: {
      args: [medusaCli, "start", "--host", "127.0.0.1", "--port", port],
      cwd: builtBackend,
    },
    storefront: {
      args: ["--import", "tsx", storefrontServer],
      cwd: path.join(root, "storefront"),
    },
  });
}

/** As `serve`, but both watch their sources. */
export function serveForDevelopment(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  onServer: OnServer,
) {
  const port = String(settings.ports.backend);
  return serveWith(settings, env, onServer, {
    backend: {
      args: [medusaCli, "develop", "--host", "127.0.0.1", "--port", port],
      cwd: path.join(root, "backend"),
    },
    storefront: {
      args: [
        path.join(root, "node_modules/tsx/dist/cli.mjs"),
        "watch",
        "--include",
        "server.ts",
      ].concat(storefrontServer),
      cwd: path.join(root, "storefront"),
    },
  });
}
