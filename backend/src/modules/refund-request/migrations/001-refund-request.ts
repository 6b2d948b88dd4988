import type { SqlMigration } from "../../../lib/migrate";

/** What buyers ask back, line by line, with photos, and everything that happened to it. */
export const createRefundRequest: SqlMigration = {
  title: "001-refund-request",
  up: `
    CREATE TABLE refund_request.request (
      id text PRIMARY KEY,
      number text NOT NULL UNIQUE,
      purchase_id text NOT NULL,
      order_id text NOT NULL,
      producer_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('refund', 'return')),
      state text NOT NULL DEFAULT 'open' CHECK (state IN
        ('open', 'to_decide', 'to_send_back', 'paying', 'refunded', 'refused', 'withdrawn')),
      reason text NOT NULL,
      text text NOT NULL,
      is_whole boolean NOT NULL,
      amount_vnd bigint NOT NULL CHECK (amount_vnd >= 0),
      shipping_vnd bigint NOT NULL CHECK (shipping_vnd >= 0),
      granted_vnd bigint CHECK (granted_vnd >= 0),
      payee_bank_bin text,
      payee_account text,
      payee_name text,
      asked_at timestamptz NOT NULL,
      answer_by timestamptz NOT NULL,
      answer_deed text CHECK (answer_deed IN ('accept', 'decline')),
      answer_text text,
      answered_at timestamptz,
      decision_deed text CHECK (decision_deed IN ('grant', 'refuse')),
      decision_text text,
      decided_at timestamptz,
      send_back_by timestamptz,
      received_at timestamptz,
      is_sound boolean,
      refunded_at timestamptz,
      failure text,
      tried_at timestamptz,
      CHECK (is_whole = false OR kind = 'refund'),
      CHECK ((answer_deed IS NULL) = (answered_at IS NULL)),
      CHECK ((decision_deed IS NULL) = (decided_at IS NULL)),
      CHECK (state NOT IN ('to_send_back', 'paying', 'refunded') OR granted_vnd IS NOT NULL),
      CHECK (state <> 'to_send_back' OR (kind = 'return' AND send_back_by IS NOT NULL)),
      CHECK ((state = 'refunded') = (refunded_at IS NOT NULL)),
      CHECK ((received_at IS NULL) = (is_sound IS NULL)),
      CHECK ((payee_account IS NULL) = (payee_bank_bin IS NULL))
    );
    CREATE UNIQUE INDEX request_one_open ON refund_request.request (order_id)
      WHERE state NOT IN ('refunded', 'refused', 'withdrawn');
    CREATE INDEX request_order ON refund_request.request (order_id);
    CREATE INDEX request_producer ON refund_request.request (producer_id, asked_at DESC);
    CREATE INDEX request_state ON refund_request.request (state, asked_at);

    CREATE TABLE refund_request.request_line (
      request_id text NOT NULL REFERENCES refund_request.request (id) ON DELETE CASCADE,
      line_item_id text NOT NULL,
      quantity integer NOT NULL CHECK (quantity >= 1),
      total_vnd bigint NOT NULL CHECK (total_vnd >= 0),
      is_visit boolean NOT NULL,
      PRIMARY KEY (request_id, line_item_id)
    );

    CREATE TABLE refund_request.photo (
      id text PRIMARY KEY,
      purchase_id text NOT NULL,
      request_id text REFERENCES refund_request.request (id),
      position integer NOT NULL DEFAULT 0,
      file_id text NOT NULL UNIQUE,
      width integer NOT NULL CHECK (width >= 1),
      height integer NOT NULL CHECK (height >= 1),
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX photo_purchase ON refund_request.photo (purchase_id);
    CREATE INDEX photo_request ON refund_request.photo (request_id);
    CREATE INDEX photo_unused ON refund_request.photo (created_at) WHERE request_id IS NULL;

    CREATE TABLE refund_request.event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      request_id text NOT NULL REFERENCES refund_request.request (id),
      at timestamptz NOT NULL,
      deed text NOT NULL,
      state text NOT NULL,
      actor_id text NOT NULL,
      by text NOT NULL,
      text text,
      told_at timestamptz
    );
    CREATE INDEX event_request ON refund_request.event (request_id, id);
    CREATE INDEX event_untold ON refund_request.event (at) WHERE told_at IS NULL;
  `,
};
