import type { SqlMigration } from "../../../lib/migrate";

/** Payments of purchases that were given up while STRIPE_API_KEY was away, until Stripe is told. */
export const addLeftOpen: SqlMigration = {
  title: "002-left-open",
  up: `
    CREATE TABLE stripe.left_open (
      payment_intent text PRIMARY KEY,
      purchase_id text NOT NULL,
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      left_at timestamptz NOT NULL DEFAULT now(),
      closed_at timestamptz
    );
    CREATE INDEX left_open_now ON stripe.left_open (left_at) WHERE closed_at IS NULL;
  `,
};
