import type { SqlMigration } from "../../../lib/migrate";
import { createInbox } from "./001-inbox";

export const migrations: SqlMigration[] = [createInbox];
