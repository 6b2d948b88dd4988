import type { SqlMigration } from "../../../lib/migrate";

/** An account that a buyer names belongs to one refund of Medusa's: found without reading all. */
export const indexNamedRefunds: SqlMigration = {
  title: "003-named-refunds",
  up: `
    CREATE INDEX refund_due_refund ON vietqr.refund_due (refund_id) WHERE refund_id IS NOT NULL;
  `,
};
