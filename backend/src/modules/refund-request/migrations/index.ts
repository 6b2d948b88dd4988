import type { SqlMigration } from "../../../lib/migrate";
import { createRefundRequest } from "./001-refund-request";

export const migrations: SqlMigration[] = [createRefundRequest];
