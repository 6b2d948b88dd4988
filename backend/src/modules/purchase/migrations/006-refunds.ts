import type { SqlMigration } from "../../../lib/migrate";

/**
 * Money of one order that goes back, with or without goods. The row is the fence: whoever comes with
 * its key finishes it and moves nothing twice. What is not done yet is counted against what came in.
 */
export const addRefunds: SqlMigration = {
  title: "006-refunds",
  up: `
    CREATE TABLE purchase.order_refund (
      key text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
      order_id text NOT NULL REFERENCES purchase.purchase_order (order_id),
      amount_vnd bigint NOT NULL CHECK (amount_vnd >= 0),
      goods jsonb NOT NULL CHECK (jsonb_typeof(goods) = 'array'),
      is_sound boolean NOT NULL,
      payee jsonb,
      note text NOT NULL,
      actor_id text NOT NULL,
      owed_vnd bigint NOT NULL CHECK (owed_vnd >= 0),
      state text NOT NULL DEFAULT 'begun' CHECK (state IN ('begun', 'done')),
      return_id text,
      refund_id text,
      lease_token text,
      lease_until timestamptz,
      tries integer NOT NULL DEFAULT 0,
      retry_at timestamptz NOT NULL DEFAULT now() + interval '1 minute',
      failure text,
      created_at timestamptz NOT NULL DEFAULT now(),
      done_at timestamptz,
      CHECK (amount_vnd > 0 OR jsonb_array_length(goods) > 0),
      CHECK ((state = 'done') = (done_at IS NOT NULL)),
      CHECK (state <> 'done' OR amount_vnd = 0 OR refund_id IS NOT NULL),
      CHECK (state <> 'done' OR jsonb_array_length(goods) = 0 OR return_id IS NOT NULL),
      CHECK ((lease_token IS NULL) = (lease_until IS NULL))
    );
    CREATE INDEX order_refund_order ON purchase.order_refund (order_id);
    CREATE INDEX order_refund_open ON purchase.order_refund (retry_at) WHERE state = 'begun';
  `,
};
