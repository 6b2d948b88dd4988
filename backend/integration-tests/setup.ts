import { createRequire } from "node:module";
import { Utils } from "@medusajs/framework/mikro-orm/core";

/**
 * Runs before each db and http test file: Medusa's test helpers read DB_* when they are imported.
 * TEST_DATABASE_URL is a server on which each suite makes a database of its own. The host must be
 * the word localhost: with 127.0.0.1 the helpers force SSL and hang.
 */
const server = process.env.TEST_DATABASE_URL;
if (!server) throw new Error("TEST_DATABASE_URL is not set: run the tests with npm test");
const url = new URL(server);
process.env.DB_HOST = "localhost";
process.env.DB_PORT = url.port;
process.env.DB_USERNAME = decodeURIComponent(url.username);
process.env.DB_PASSWORD = decodeURIComponent(url.password);
process.env.MEDUSA_DISABLE_TELEMETRY = "1";
process.env.LOG_LEVEL ??= "error";

// MikroORM would import() migrations, which plain Node can't do with TypeScript; require can, by tsx.
const load = createRequire(__filename);
Utils.setDynamicImportProvider((id) => Promise.resolve(load(id)));
