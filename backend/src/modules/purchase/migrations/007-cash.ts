import type { SqlMigration } from "../../../lib/migrate";

/**
 * Cash that did not come with a delivered parcel. It stays due until an operator says that it came
 * or that nobody asks for it any more; one parcel is short once.
 */
export const addCash: SqlMigration = {
  title: "007-cash",
  up: `
    ALTER TABLE purchase.purchase_order
      ADD COLUMN missing_vnd bigint NOT NULL DEFAULT 0,
      ADD COLUMN written_off_vnd bigint NOT NULL DEFAULT 0,
      ADD CONSTRAINT purchase_order_missing CHECK (
        missing_vnd >= 0 AND missing_vnd <= due_vnd
        AND (missing_vnd = 0 OR (has_parcel AND delivered_at IS NOT NULL))
      ),
      DROP CONSTRAINT purchase_order_collected,
      ADD CONSTRAINT purchase_order_collected CHECK (
        refunded_vnd >= 0 AND written_off_vnd >= 0
        AND due_vnd + collected_vnd + refunded_vnd + written_off_vnd <= total_vnd
      );

    CREATE TABLE purchase.cash_difference (
      id text PRIMARY KEY,
      order_id text NOT NULL UNIQUE
        REFERENCES purchase.purchase_order (order_id) ON DELETE CASCADE,
      expected_vnd bigint NOT NULL,
      missing_vnd bigint NOT NULL CHECK (missing_vnd > 0 AND missing_vnd <= expected_vnd),
      note text NOT NULL,
      reported_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      deed text CHECK (deed IN ('came', 'write_off')),
      resolved_at timestamptz,
      resolved_by text,
      resolve_note text,
      CHECK ((deed IS NULL) = (resolved_at IS NULL)),
      CHECK ((deed IS NULL) = (resolved_by IS NULL)),
      CHECK ((deed IS NULL) = (resolve_note IS NULL))
    );
    CREATE INDEX cash_difference_open ON purchase.cash_difference (created_at)
      WHERE deed IS NULL;
  `,
};
