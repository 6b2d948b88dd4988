import type { SqlMigration } from "../../../lib/migrate";
import { createVietqr } from "./001-vietqr";
import { addCashRefunds } from "./002-cash-refunds";
import { indexNamedRefunds } from "./003-named-refunds";

export const migrations: SqlMigration[] = [createVietqr, addCashRefunds, indexNamedRefunds];
