import type { SqlMigration } from "../../../lib/migrate";

/** What Stripe tells of disputes and refunds; see tables.ts. */
export const createStripe: SqlMigration = {
  title: "001-stripe",
  up: `
    CREATE TABLE stripe.dispute (
      id text PRIMARY KEY,
      payment_intent text NOT NULL,
      purchase_id text NOT NULL,
      amount_vnd bigint NOT NULL CHECK (amount_vnd >= 0),
      reason text NOT NULL,
      status text NOT NULL,
      due_by timestamptz,
      opened_at timestamptz NOT NULL,
      read_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX dispute_purchase ON stripe.dispute (purchase_id);
    CREATE TABLE stripe.refund (
      id text PRIMARY KEY,
      payment_intent text NOT NULL,
      purchase_id text NOT NULL,
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      status text NOT NULL,
      is_ours boolean NOT NULL,
      order_id text,
      failure text,
      made_at timestamptz NOT NULL,
      read_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX refund_purchase ON stripe.refund (purchase_id);
  `,
};
