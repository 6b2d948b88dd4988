import type { SqlMigration } from "../../../lib/migrate";
import { createBooking } from "./001-booking";

export const migrations: SqlMigration[] = [createBooking];
