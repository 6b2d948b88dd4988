import type { SqlMigration } from "../../../lib/migrate";

export const createPurchase: SqlMigration = {
  title: "001-purchase",
  up: `
    CREATE TABLE purchase.purchase (
      id text PRIMARY KEY,
      cart_id text NOT NULL UNIQUE,
      number text NOT NULL UNIQUE CHECK (number ~ '^CL-[0-9A-HJKMNP-TV-Z]{5}$'),
      status text NOT NULL CHECK (status IN ('creating', 'placed', 'failed')),
      email text NOT NULL,
      full_name text NOT NULL,
      phone text NOT NULL CHECK (phone ~ '^\\+[0-9]{8,15}$'),
      province_code text NOT NULL CHECK (province_code ~ '^[0-9]{2}$'),
      commune_code text NOT NULL CHECK (commune_code ~ '^[0-9]{5}$'),
      street text NOT NULL,
      note text NOT NULL,
      lang text NOT NULL CHECK (lang IN ('vi', 'en')),
      customer_id text,
      payment text NOT NULL CHECK (payment IN ('cod')),
      goods_vnd bigint NOT NULL CHECK (goods_vnd >= 0),
      shipping_vnd bigint NOT NULL CHECK (shipping_vnd >= 0),
      total_vnd bigint NOT NULL CHECK (total_vnd >= 0 AND total_vnd <= goods_vnd + shipping_vnd),
      payment_collection_id text NOT NULL UNIQUE,
      plan jsonb,
      lease_token text,
      lease_until timestamptz,
      failure text,
      created_at timestamptz NOT NULL DEFAULT now(),
      placed_at timestamptz,
      announced_at timestamptz,
      CHECK ((status = 'placed') = (placed_at IS NOT NULL)),
      CHECK (status <> 'creating' OR plan IS NOT NULL),
      CHECK ((lease_token IS NULL) = (lease_until IS NULL))
    );
    CREATE INDEX purchase_customer ON purchase.purchase (customer_id, placed_at DESC)
      WHERE status = 'placed';
    CREATE INDEX purchase_phone ON purchase.purchase (phone) WHERE status <> 'failed';
    CREATE INDEX purchase_unannounced ON purchase.purchase (placed_at)
      WHERE status = 'placed' AND announced_at IS NULL;

    CREATE TABLE purchase.purchase_order (
      order_id text PRIMARY KEY,
      purchase_id text NOT NULL REFERENCES purchase.purchase (id) ON DELETE CASCADE,
      producer_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      number text NOT NULL UNIQUE,
      payment_collection_id text NOT NULL UNIQUE,
      goods_vnd bigint NOT NULL CHECK (goods_vnd >= 0),
      shipping_vnd bigint NOT NULL CHECK (shipping_vnd >= 0),
      total_vnd bigint NOT NULL CHECK (total_vnd >= 0 AND total_vnd <= goods_vnd + shipping_vnd),
      due_vnd bigint NOT NULL CHECK (due_vnd >= 0 AND due_vnd <= total_vnd),
      collected_vnd bigint NOT NULL DEFAULT 0 CHECK (collected_vnd >= 0),
      shipping_option_id text,
      shipping_name_vi text,
      shipping_name_en text,
      confirmed_at timestamptz,
      packed_at timestamptz,
      shipped_at timestamptz,
      delivered_at timestamptz,
      cancelled_at timestamptz,
      cancel_reason text,
      cancel_note text,
      UNIQUE (purchase_id, producer_id),
      UNIQUE (purchase_id, position),
      CHECK (packed_at IS NULL OR confirmed_at IS NOT NULL),
      CHECK (shipped_at IS NULL OR packed_at IS NOT NULL),
      CHECK (delivered_at IS NULL OR shipped_at IS NOT NULL),
      CHECK (cancelled_at IS NULL OR (shipped_at IS NULL AND due_vnd = 0)),
      CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
    );
    CREATE INDEX purchase_order_producer ON purchase.purchase_order (producer_id);

    CREATE TABLE purchase.order_line_snapshot (
      order_id text NOT NULL REFERENCES purchase.purchase_order (order_id) ON DELETE CASCADE,
      line_item_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      cart_line_id text NOT NULL,
      product_id text NOT NULL,
      variant_id text NOT NULL,
      handle text NOT NULL,
      title_vi text NOT NULL,
      title_en text NOT NULL,
      variant_title text NOT NULL,
      unit_vi text NOT NULL,
      unit_en text NOT NULL,
      picture jsonb,
      quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 999),
      price_vnd bigint NOT NULL CHECK (price_vnd >= 0),
      total_vnd bigint NOT NULL CHECK (total_vnd >= 0),
      stars integer CHECK (stars BETWEEN 3 AND 5),
      certificate_id text,
      PRIMARY KEY (order_id, line_item_id),
      UNIQUE (order_id, position),
      CHECK ((stars IS NULL) = (certificate_id IS NULL))
    );
  `,
};
