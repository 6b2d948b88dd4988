import { createHash } from "node:crypto";
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

function port(name: string, fallback: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new Stop(`${name} must be a port from 1 to 65535, not "${text}".`);
  }
  return value;
}

/** Ports, data folder and addresses from the environment; README lists them. */
export function readSettings(): Settings {
  const ports = {
    storefront: port("STOREFRONT_PORT", 3000),
    backend: port("BACKEND_PORT", 9000),
    database: port("DATABASE_PORT", 55_432),
  };
  const taken = new Set(Object.values(ports));
  if (taken.size < 3) {
    throw new Stop(
      "STOREFRONT_PORT, BACKEND_PORT and DATABASE_PORT must be three different ports.",
    );
  }
  const databaseUrl = process.env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Stop("DATABASE_URL must look like postgres://user:password@host:5432/name.");
  }
  return {
    dataDir: path.resolve(root, process.env.DATA_DIR || ".data"),
    ports,
    databaseUrl,
    urls: {
      storefront: process.env.STOREFRONT_URL || `http://localhost:${ports.storefront}`,
      backend: process.env.BACKEND_URL || `http://localhost:${ports.backend}`,
    },
  };
}

export function hash(...parts: (string | Buffer)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part).update("\0");
  return digest.digest("hex");
}
