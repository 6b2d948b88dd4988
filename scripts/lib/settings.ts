import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** A refusal that a person reads: printed as one sentence, without a stack. */
export class Stop extends Error {}

export type Settings = {
  /** Everything that a running system writes: database, files, logs, secrets, demo.json. */
  dataDir: string;
  ports: { storefront: number; backend: number; database: number };
  /** Set when an existing server is used instead of the embedded one. */
  databaseUrl: string | undefined;
  urls: { storefront: string; backend: string };
};

function port(given: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = given[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new Stop(`${name} must be a port from 1 to 65535, not "${text}".`);
  }
  return value;
}

function address(given: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const text = given[name];
  if (!text) return fallback;
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new Stop(`${name} must be a full address such as https://example.com, not "${text}".`);
  }
  return text.replace(/\/$/, "");
}

/** The value itself stays unsaid: it holds a password. */
function databaseUrl(given: NodeJS.ProcessEnv): string | undefined {
  const text = given.DATABASE_URL;
  if (!text) return undefined;
  const isUsable =
    URL.canParse(text) && /^postgres(ql)?:\/\/[^/]+\/[^/?]+/.test(text) && !text.includes(" ");
  if (isUsable) return text;
  throw new Stop(
    "DATABASE_URL must look like postgres://user:password@host:5432/name (signs such as @ / # in a password written as %40 %2F %23).",
  );
}

/**
 * Ports, data folder and addresses from the environment; README lists them.
 *
 * @throws Stop that names the variable and what it must look like.
 */
export function readSettings(given: NodeJS.ProcessEnv = process.env): Settings {
  const ports = {
    storefront: port(given, "STOREFRONT_PORT", 3000),
    backend: port(given, "BACKEND_PORT", 9000),
    database: port(given, "DATABASE_PORT", 55_432),
  };
  if (new Set(Object.values(ports)).size < 3) {
    throw new Stop(
      "STOREFRONT_PORT, BACKEND_PORT and DATABASE_PORT must be three different ports.",
    );
  }
  return {
    dataDir: path.resolve(root, given.DATA_DIR || ".data"),
    ports,
    databaseUrl: databaseUrl(given),
    urls: {
      storefront: address(given, "STOREFRONT_URL", `http://localhost:${ports.storefront}`),
      backend: address(given, "BACKEND_URL", `http://localhost:${ports.backend}`),
    },
  };
}

/** Makes the data folder; refuses one that this user may not write to. */
export function requireWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new Stop(
      `The data folder ${dataDir} cannot be written to by this user. Give it to this user, or choose another: DATA_DIR=/path/to/folder npm start`,
    );
  }
}

export function hash(...parts: (string | Buffer)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part).update("\0");
  return digest.digest("hex");
}
