import type { SqlMigration } from "../../../lib/migrate";
import { createVietqr } from "./001-vietqr";
import { addCashRefunds } from "./002-cash-refunds";

export const migrations: SqlMigration[] = [createVietqr, addCashRefunds];
