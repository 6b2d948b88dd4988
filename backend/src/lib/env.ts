import { z } from "@medusajs/framework/zod";

const secret = (name: string) =>
  z
    .string()
    .min(16, `${name} must have at least 16 characters; make one with: openssl rand -hex 32`);
const url = (name: string, example: string) =>
  z
    .url(`${name} must be a full address such as ${example}`)
    .transform((text) => text.replace(/\/$/, ""));
/** An empty variable counts as not set, as people comment out a line by emptying it. */
const filled = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));

const isProduction = process.env.NODE_ENV === "production";
/** Outside production a missing secret is a fixed, worthless one, so that tools and tests just run. */
const devSecret = (name: string) =>
  isProduction ? secret(name) : secret(name).default("development-only-secret");

type Values = Readonly<Record<string, unknown>>;
/** Some variables mean something only together. */
const allOrNone = (names: readonly string[]) => (values: Values) =>
  new Set(names.map((name) => values[name] === undefined)).size === 1;
const VIETQR = ["VIETQR_BANK_BIN", "VIETQR_ACCOUNT_NUMBER", "VIETQR_ACCOUNT_NAME"];
const STRIPE = ["STRIPE_API_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET"];

const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(
        /^postgres(ql)?:\/\//,
        "DATABASE_URL must look like postgres://user:password@host:5432/name",
      )
      .default("postgres://postgres@localhost:55432/cho_lang"),
    JWT_SECRET: devSecret("JWT_SECRET"),
    COOKIE_SECRET: devSecret("COOKIE_SECRET"),
    /** Signs purchase links. Changing it makes every link sent so far useless. */
    SIGNING_SECRET: devSecret("SIGNING_SECRET"),
    BACKEND_URL: url("BACKEND_URL", "https://api.example.com").default("http://localhost:9000"),
    STOREFRONT_URL: url("STOREFRONT_URL", "https://example.com").default("http://localhost:3000"),
    /** Where uploaded files lie when S3 is not configured. */
    FILES_DIR: z.string().default("static"),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, "REDIS_URL must look like redis://host:6379")
      .optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "SMTP_URL must look like smtps://user:password@host:465")
      .optional(),
    MAIL_FROM: z.string().default("Chợ Làng <no-reply@cholang.example>"),
    S3_URL: z.string().optional(),
    S3_REGION: z.string().optional(),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** The server that answers searches; without one PostgreSQL does. */
    MEILISEARCH_HOST: url("MEILISEARCH_HOST", "http://127.0.0.1:7700").optional(),
    MEILISEARCH_API_KEY: z.string().optional(),
    /** The account that buyers transfer to; without one VietQR is not offered. */
    VIETQR_BANK_BIN: z
      .string()
      .regex(/^\d{6}$/, "VIETQR_BANK_BIN must be the 6 digits of the bank such as 970436")
      .optional(),
    VIETQR_ACCOUNT_NUMBER: z
      .string()
      .regex(/^[0-9A-Za-z]{6,19}$/, "VIETQR_ACCOUNT_NUMBER must be 6 to 19 letters and digits")
      .optional(),
    VIETQR_ACCOUNT_NAME: z
      .string()
      .max(70, "VIETQR_ACCOUNT_NAME must have at most 70 characters")
      .optional(),
    /** Who tells us of transfers; without one the operator imports statements. */
    VIETQR_FEED: z
      .enum(["sepay", "casso"], { error: "VIETQR_FEED must be sepay or casso" })
      .optional(),
    VIETQR_FEED_SECRET: z.string().optional(),
    /** The three of one Stripe account; without them cards are not offered. */
    STRIPE_API_KEY: z
      .string()
      .regex(/^[sr]k_/, "STRIPE_API_KEY must begin with sk_ or rk_")
      .optional(),
    STRIPE_PUBLISHABLE_KEY: z
      .string()
      .regex(/^pk_/, "STRIPE_PUBLISHABLE_KEY must begin with pk_")
      .optional(),
    STRIPE_WEBHOOK_SECRET: z.string().optional(),
    /** Where the simulator of Stripe answers; real keys never go there. */
    STRIPE_API_URL: url("STRIPE_API_URL", "http://127.0.0.1:12111").optional(),
  })
  .refine(
    (values) =>
      (values.MEILISEARCH_HOST === undefined) === (values.MEILISEARCH_API_KEY === undefined),
    "MEILISEARCH_HOST and MEILISEARCH_API_KEY must be set together, or neither",
  )
  .refine(allOrNone(VIETQR), `${VIETQR.join(", ")} must be set together, or none of them`)
  .refine(
    allOrNone(["VIETQR_FEED", "VIETQR_FEED_SECRET"]),
    "VIETQR_FEED and VIETQR_FEED_SECRET must be set together, or neither",
  )
  .refine(
    (values) => values.VIETQR_FEED === undefined || values.VIETQR_BANK_BIN !== undefined,
    `VIETQR_FEED needs the account that it tells of: set ${VIETQR.join(", ")}`,
  )
  .refine(allOrNone(STRIPE), `${STRIPE.join(", ")} must be set together, or none of them`)
  .refine(
    (values) => values.STRIPE_API_URL === undefined || !values.STRIPE_API_KEY?.includes("_live_"),
    "STRIPE_API_URL is the simulator's address: real money needs STRIPE_API_URL empty",
  );

function read() {
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) =>
    issue.code === "invalid_type" ? `${String(issue.path[0])} is not set` : issue.message,
  );
  throw new Error(`The configuration is not usable. ${sentences.join(". ")}.`);
}

/** All configuration of the backend, read once. A wrong value stops the start with its name. */
export const env = read();
