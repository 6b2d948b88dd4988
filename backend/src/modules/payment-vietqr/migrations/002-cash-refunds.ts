import type { SqlMigration } from "../../../lib/migrate";

/** Cash goes back by transfer, too: an order without a part of a request. */
export const addCashRefunds: SqlMigration = {
  title: "002-cash-refunds",
  up: `
    ALTER TABLE vietqr.refund_due
      ADD COLUMN cash_order_id text,
      DROP CONSTRAINT refund_due_check,
      ADD CONSTRAINT refund_due_source CHECK (
        num_nonnulls(order_id, suspense_id, cash_order_id) = 1
      );
    CREATE INDEX refund_due_cash ON vietqr.refund_due (cash_order_id);
  `,
};
