import type { SqlMigration } from "../../../lib/migrate";
import { createStripe } from "./001-stripe";

/** Oldest first. */
export const migrations: SqlMigration[] = [createStripe];
