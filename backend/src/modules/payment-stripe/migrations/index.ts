import type { SqlMigration } from "../../../lib/migrate";
import { createStripe } from "./001-stripe";
import { addLeftOpen } from "./002-left-open";

/** Oldest first. */
export const migrations: SqlMigration[] = [createStripe, addLeftOpen];
