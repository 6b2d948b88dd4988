import type { SqlMigration } from "../../../lib/migrate";

/**
 * Purchases that wait for their money. Goods and seats are kept until `pay_until`; `paid_at` is when
 * all of the money was seen, and from then on a purchase is placed or its money is given back.
 */
export const addPrepaid: SqlMigration = {
  title: "004-prepaid",
  up: `
    ALTER TABLE purchase.purchase
      ADD COLUMN pay_until timestamptz,
      ADD COLUMN paid_at timestamptz,
      ADD COLUMN trouble_since timestamptz,
      ADD COLUMN is_hopeless boolean NOT NULL DEFAULT false,
      ADD COLUMN given_up text,
      ADD COLUMN told_at timestamptz,
      DROP CONSTRAINT purchase_status_check,
      DROP CONSTRAINT purchase_payment_check,
      DROP CONSTRAINT purchase_check2,
      ADD CONSTRAINT purchase_status CHECK (
        status IN ('creating', 'awaiting', 'placed', 'failed')
      ),
      ADD CONSTRAINT purchase_payment CHECK (payment IN ('cod', 'vietqr', 'stripe')),
      ADD CONSTRAINT purchase_plan CHECK (
        status NOT IN ('creating', 'awaiting') OR plan IS NOT NULL
      ),
      ADD CONSTRAINT purchase_prepaid CHECK ((payment = 'cod') = (pay_until IS NULL)),
      ADD CONSTRAINT purchase_awaiting CHECK (status <> 'awaiting' OR payment <> 'cod'),
      ADD CONSTRAINT purchase_paid CHECK (
        payment = 'cod' OR status <> 'placed' OR paid_at IS NOT NULL
      ),
      ADD CONSTRAINT purchase_trouble CHECK (trouble_since IS NULL OR paid_at IS NOT NULL);
    CREATE INDEX purchase_open ON purchase.purchase (created_at)
      WHERE status IN ('creating', 'awaiting');
    DROP INDEX purchase.purchase_customer;
    CREATE INDEX purchase_customer ON purchase.purchase (customer_id, created_at DESC)
      WHERE status IN ('awaiting', 'placed');

    ALTER TABLE purchase.purchase_order
      ADD COLUMN is_prepaid boolean NOT NULL DEFAULT false,
      ADD COLUMN refunded_vnd bigint NOT NULL DEFAULT 0,
      DROP CONSTRAINT purchase_order_collected,
      ADD CONSTRAINT purchase_order_collected CHECK (
        refunded_vnd >= 0 AND due_vnd + collected_vnd + refunded_vnd <= total_vnd
      ),
      ADD CONSTRAINT purchase_order_prepaid CHECK (NOT is_prepaid OR due_vnd = 0);
  `,
};
