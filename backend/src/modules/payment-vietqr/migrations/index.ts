import type { SqlMigration } from "../../../lib/migrate";
import { createVietqr } from "./001-vietqr";

export const migrations: SqlMigration[] = [createVietqr];
