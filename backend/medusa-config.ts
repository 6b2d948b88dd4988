import path from "node:path";
import { defineConfig } from "@medusajs/framework/utils";
import { env } from "./src/lib/env";
import { redisModules } from "./src/lib/redis-modules";

const redis = env.REDIS_URL ? redisModules(env.REDIS_URL) : [];

const caching = env.REDIS_URL
  ? {
      providers: [
        {
          resolve: "@medusajs/medusa/caching-redis",
          id: "caching-redis",
          is_default: true,
          options: { redisUrl: env.REDIS_URL },
        },
      ],
    }
  : { in_memory: { enable: true } };

const meilisearch = env.MEILISEARCH_HOST
  ? [
      {
        resolve: "./src/modules/search-meilisearch",
        id: "search-meilisearch",
        options: { host: env.MEILISEARCH_HOST, api_key: env.MEILISEARCH_API_KEY },
      },
    ]
  : [];

// All of them, configured or not: purchases that were begun while one was configured are still
// ended, cancelled and refunded. Which are offered, lib/payment-providers.ts says.
const payments = [
  { resolve: "./src/modules/payment-cod", id: "cod" },
  { resolve: "./src/modules/payment-vietqr", id: "vietqr" },
  {
    resolve: "./src/modules/payment-stripe",
    id: "stripe",
    options: { api_key: env.STRIPE_API_KEY, api_url: env.STRIPE_API_URL },
  },
];

const files = env.S3_BUCKET
  ? {
      resolve: "@medusajs/medusa/file-s3",
      id: "s3",
      options: {
        file_url: env.S3_URL,
        access_key_id: env.S3_ACCESS_KEY_ID,
        secret_access_key: env.S3_SECRET_ACCESS_KEY,
        region: env.S3_REGION,
        bucket: env.S3_BUCKET,
        endpoint: env.S3_ENDPOINT,
      },
    }
  : {
      resolve: "@medusajs/medusa/file-local",
      id: "local",
      options: {
        upload_dir: path.resolve(env.FILES_DIR),
        private_upload_dir: path.resolve(env.FILES_DIR, "../files-private"),
        backend_url: `${env.BACKEND_URL}/static`,
      },
    };

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    http: {
      storeCors: env.STOREFRONT_URL,
      adminCors: env.BACKEND_URL,
      authCors: `${env.STOREFRONT_URL},${env.BACKEND_URL}`,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
    },
    // On plain http (a laptop, a village network) a secure cookie is never sent, and nobody could
    // sign in to the production build's admin.
    cookieOptions: { secure: env.BACKEND_URL.startsWith("https://"), sameSite: "lax" },
  },
  admin: { path: "/app" },
  featureFlags: { translation: true, caching: true },
  modules: [
    { resolve: "./src/modules/producer" },
    { resolve: "./src/modules/certification" },
    { resolve: "./src/modules/village" },
    { resolve: "./src/modules/purchase" },
    { resolve: "./src/modules/booking" },
    { resolve: "./src/modules/refund-request" },
    { resolve: "./src/modules/payment-inbox" },
    {
      resolve: "@medusajs/medusa/payment",
      options: { providers: payments },
    },
    {
      resolve: "@medusajs/medusa/search",
      options: {
        default_provider: "search-postgres",
        reindex: { batch_size: 500 },
        providers: [
          { resolve: "./src/modules/search-postgres", id: "search-postgres" },
          ...meilisearch,
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "./src/modules/notification-mail",
            id: "mail",
            options: {
              channels: ["email"],
              from: env.MAIL_FROM,
              ...(env.SMTP_URL ? { smtp_url: env.SMTP_URL } : {}),
            },
          },
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Local", channels: ["feed"] },
          },
        ],
      },
    },
    { resolve: "@medusajs/medusa/translation" },
    { resolve: "@medusajs/medusa/caching", options: caching },
    { resolve: "@medusajs/medusa/file", options: { providers: [files] } },
    ...redis,
  ],
});
