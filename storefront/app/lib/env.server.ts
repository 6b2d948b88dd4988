import { readFileSync } from "node:fs";
import { z } from "zod";

const address = (name: string, example: string) =>
  z.url({
    protocol: /^https?$/,
    error: `${name} must be an http(s) address such as ${example}.`,
  });

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce
    .number({ error: "PORT must be a number from 1 to 65535." })
    .int("PORT must be a whole number.")
    .min(1, "PORT must be a number from 1 to 65535.")
    .max(65_535, "PORT must be a number from 1 to 65535.")
    .default(3000),
  BACKEND_URL: address("BACKEND_URL", "http://localhost:9000").default("http://localhost:9000"),
  STOREFRONT_URL: address("STOREFRONT_URL", "https://cholang.example").optional(),
  PUBLISHABLE_KEY: z.string().optional(),
  DEMO_FILE: z.string().optional(),
  SESSION_SECRET: z
    .string()
    .min(
      16,
      "SESSION_SECRET must have at least 16 characters; make one with `openssl rand -hex 32`.",
    )
    .optional(),
  STRIPE_API_URL: address("STRIPE_API_URL", "http://localhost:12111").optional(),
  PICTURE_ORIGINS: z.string().default(""),
  SAMPLE_DATA: z.enum(["on", "off"], { error: "SAMPLE_DATA must be on or off." }).optional(),
});

/** What the storefront was told by its environment, checked once. */
export type Env = {
  isProduction: boolean;
  host: string;
  port: number;
  /** Without a slash at the end. */
  backendUrl: string;
  /** The public address, without a slash at the end. */
  storefrontUrl: string;
  publishableKey: string;
  sessionSecret: string;
  /** Origins that pictures may come from besides our own. */
  pictureOrigins: string[];
  /** Origin of the simulator of Stripe, where one stands in for it. */
  cardSimulator: string | null;
  /** Whether the "sample data" line is shown: SAMPLE_DATA, else wherever DEMO_FILE is given. */
  isSample: boolean;
};

/**
 * Reads and checks the environment.
 *
 * @throws Error whose message names each wrong variable and the cure.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `- ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The storefront cannot start. Please correct:\n${lines.join("\n")}`);
  }
  const values = parsed.data;
  const isProduction = values.NODE_ENV === "production";
  const publishableKey = values.PUBLISHABLE_KEY ?? keyFromDemoFile(values.DEMO_FILE);
  if (isProduction && !publishableKey) {
    throw new Error(
      "The storefront cannot start. PUBLISHABLE_KEY is missing: copy it from the admin " +
        "(Settings, Publishable API keys), or point DEMO_FILE at .data/demo.json.",
    );
  }
  if (isProduction && !values.SESSION_SECRET) {
    throw new Error(
      "The storefront cannot start. SESSION_SECRET is missing: make one with " +
        "`openssl rand -hex 32` and keep it, or every visitor is signed out at each start.",
    );
  }
  const backendUrl = values.BACKEND_URL.replace(/\/+$/, "");
  const extraOrigins = values.PICTURE_ORIGINS.split(/[\s,]+/).filter(Boolean);
  return {
    isProduction,
    host: values.HOST,
    port: values.PORT,
    backendUrl,
    storefrontUrl: (values.STOREFRONT_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    publishableKey: publishableKey ?? "",
    sessionSecret: values.SESSION_SECRET ?? "only-for-development-not-secret",
    isSample: values.SAMPLE_DATA ? values.SAMPLE_DATA === "on" : values.DEMO_FILE !== undefined,
    cardSimulator: values.STRIPE_API_URL ? new URL(values.STRIPE_API_URL).origin : null,
    pictureOrigins: [...new Set([new URL(backendUrl).origin, ...extraOrigins])],
  };
}

function keyFromDemoFile(path: string | undefined): string | undefined {
  if (!path) return undefined;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(
      `The storefront cannot read DEMO_FILE (${path}). Start the backend once so that it is ` +
        "written, or set PUBLISHABLE_KEY.",
    );
  }
  const demo = z.object({ publishable_key: z.string() }).safeParse(JSON.parse(text));
  return demo.success ? demo.data.publishable_key : undefined;
}

let checked: Env | undefined;

/** The checked environment of this process; read on first use. */
export function env(): Env {
  checked ??= readEnv(process.env);
  return checked;
}
