import type { SqlMigration } from "../../../lib/migrate";

export const createBooking: SqlMigration = {
  title: "001-booking",
  up: `
    CREATE TABLE booking.option (
      id text PRIMARY KEY,
      product_id text NOT NULL,
      producer_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      title_vi text NOT NULL CHECK (title_vi <> ''),
      title_en text NOT NULL,
      duration_minutes integer NOT NULL CHECK (duration_minutes > 0),
      languages text[] NOT NULL,
      meeting_point_vi text NOT NULL,
      meeting_point_en text NOT NULL,
      directions_vi text NOT NULL,
      directions_en text NOT NULL,
      lat double precision CHECK (lat BETWEEN -90 AND 90),
      lng double precision CHECK (lng BETWEEN -180 AND 180),
      included_vi text[] NOT NULL,
      included_en text[] NOT NULL,
      program jsonb NOT NULL CHECK (jsonb_typeof(program) = 'array'),
      min_party integer NOT NULL CHECK (min_party >= 1),
      max_party integer NOT NULL,
      cutoff_minutes integer NOT NULL CHECK (cutoff_minutes >= 0),
      policy jsonb NOT NULL CHECK (jsonb_typeof(policy) = 'array'),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (product_id, position),
      CHECK (max_party >= min_party),
      CHECK ((lat IS NULL) = (lng IS NULL))
    );
    CREATE INDEX option_producer ON booking.option (producer_id);

    CREATE TABLE booking.unit (
      id text PRIMARY KEY,
      option_id text NOT NULL REFERENCES booking.option (id) ON DELETE RESTRICT,
      kind text NOT NULL
        CHECK (kind IN ('ADULT', 'CHILD', 'INFANT', 'SENIOR', 'STUDENT', 'FAMILY')),
      price_vnd bigint NOT NULL CHECK (price_vnd >= 0),
      pax_count integer NOT NULL CHECK (pax_count BETWEEN 0 AND 20),
      age_min integer CHECK (age_min >= 0),
      age_max integer CHECK (age_max >= 0),
      accompanied_by text[] NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      UNIQUE (option_id, position),
      UNIQUE (option_id, kind),
      CHECK (age_min <= age_max)
    );

    CREATE TABLE booking.schedule_rule (
      id text PRIMARY KEY,
      option_id text NOT NULL REFERENCES booking.option (id) ON DELETE RESTRICT,
      position integer NOT NULL CHECK (position >= 1),
      weekdays integer[] NOT NULL
        CHECK (weekdays <@ '{1,2,3,4,5,6,7}' AND cardinality(weekdays) >= 1),
      times text[] NOT NULL CHECK (cardinality(times) BETWEEN 1 AND 24),
      season_from text CHECK (season_from ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
      season_to text CHECK (season_to ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
      valid_from date,
      valid_until date,
      blackout_dates date[] NOT NULL,
      capacity integer NOT NULL CHECK (capacity >= 0),
      price_percent integer NOT NULL CHECK (price_percent BETWEEN 1 AND 1000),
      UNIQUE (option_id, position),
      CHECK ((season_from IS NULL) = (season_to IS NULL)),
      CHECK (valid_from <= valid_until)
    );

    -- Room in every page, so that a change of counters stays on it and touches no index.
    CREATE TABLE booking.departure (
      id text PRIMARY KEY,
      option_id text NOT NULL REFERENCES booking.option (id) ON DELETE RESTRICT,
      rule_id text REFERENCES booking.schedule_rule (id) ON DELETE RESTRICT,
      starts_at timestamptz NOT NULL,
      local_date date NOT NULL,
      capacity integer NOT NULL,
      held integer NOT NULL DEFAULT 0,
      confirmed integer NOT NULL DEFAULT 0,
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
      close_reason text
        CHECK (close_reason IN ('weather', 'family', 'holiday', 'repair', 'other')),
      close_note text NOT NULL DEFAULT '',
      cutoff_at timestamptz NOT NULL,
      price_percent integer NOT NULL DEFAULT 100 CHECK (price_percent BETWEEN 1 AND 1000),
      UNIQUE (option_id, starts_at),
      CONSTRAINT departure_seats
        CHECK (held >= 0 AND confirmed >= 0 AND held + confirmed <= capacity),
      CHECK (local_date = (starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
      CHECK (cutoff_at <= starts_at),
      CHECK ((status = 'closed') = (close_reason IS NOT NULL))
    ) WITH (fillfactor = 80);
    CREATE INDEX departure_month ON booking.departure (option_id, local_date);
    CREATE INDEX departure_day ON booking.departure (local_date, option_id);
    CREATE INDEX departure_rule ON booking.departure (rule_id) WHERE rule_id IS NOT NULL;

    -- option_id, producer_id and product_id are copies: departure's own reference guards them, and
    -- one more would lock the option's row with every hold.
    CREATE TABLE booking.booking (
      uuid uuid PRIMARY KEY,
      request_hash text NOT NULL,
      departure_id text NOT NULL REFERENCES booking.departure (id) ON DELETE RESTRICT,
      option_id text NOT NULL,
      producer_id text NOT NULL,
      product_id text NOT NULL,
      pax integer NOT NULL CHECK (pax >= 1),
      status text NOT NULL CHECK (status IN
        ('ON_HOLD', 'CONFIRMED', 'REDEEMED', 'CANCELLED', 'EXPIRED', 'EXPIRED_REFUND')),
      expires_at timestamptz,
      hold_expires_at timestamptz,
      extensions integer NOT NULL DEFAULT 0 CHECK (extensions >= 0),
      cart_id text,
      line_item_id text,
      address_hash text,
      purchase_id text,
      order_id text,
      order_line_item_id text,
      origin text NOT NULL CHECK (origin IN ('online', 'host')),
      code text NOT NULL UNIQUE CHECK (code ~ '^[A-HJKMNP-TV-Z2-9]{8}$'),
      full_name text NOT NULL,
      phone text NOT NULL,
      lang text NOT NULL CHECK (lang IN ('vi', 'en')),
      note text NOT NULL,
      policy jsonb NOT NULL CHECK (jsonb_typeof(policy) = 'array'),
      amount_vnd bigint NOT NULL CHECK (amount_vnd >= 0),
      due_vnd bigint NOT NULL CHECK (due_vnd >= 0),
      collected_vnd bigint NOT NULL CHECK (collected_vnd >= 0),
      party jsonb NOT NULL CHECK (jsonb_typeof(party) = 'array'),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      confirmed_at timestamptz,
      cancelled_at timestamptz,
      cancel_reason text,
      no_show_at timestamptz,
      announced_at timestamptz,
      CHECK (due_vnd + collected_vnd <= amount_vnd),
      CHECK (status NOT IN ('ON_HOLD', 'EXPIRED', 'EXPIRED_REFUND') OR expires_at IS NOT NULL),
      CHECK (status NOT IN ('CONFIRMED', 'REDEEMED') OR
        (confirmed_at IS NOT NULL AND (order_id IS NOT NULL OR origin = 'host'))),
      CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
      CHECK (status <> 'CANCELLED' OR due_vnd = 0),
      CHECK (no_show_at IS NULL OR status IN ('CONFIRMED', 'CANCELLED')),
      CHECK ((order_id IS NULL) = (purchase_id IS NULL)),
      CHECK ((order_id IS NULL) = (order_line_item_id IS NULL)),
      CHECK (hold_expires_at IS NULL OR order_id IS NOT NULL),
      CHECK (origin = 'host' OR cart_id IS NOT NULL)
    ) WITH (fillfactor = 80);
    CREATE INDEX booking_departure ON booking.booking (departure_id);
    CREATE INDEX booking_live_departure ON booking.booking (departure_id, expires_at)
      INCLUDE (pax) WHERE status = 'ON_HOLD';
    CREATE INDEX booking_live_cart ON booking.booking (cart_id, expires_at)
      WHERE status = 'ON_HOLD';
    CREATE INDEX booking_live_address ON booking.booking (address_hash, expires_at)
      WHERE status = 'ON_HOLD';
    CREATE INDEX booking_cart ON booking.booking (cart_id) WHERE cart_id IS NOT NULL;
    CREATE UNIQUE INDEX booking_line ON booking.booking (line_item_id)
      WHERE line_item_id IS NOT NULL;
    CREATE INDEX booking_order ON booking.booking (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX booking_producer ON booking.booking (producer_id, created_at DESC);
    CREATE INDEX booking_newest ON booking.booking (created_at DESC, uuid);
    CREATE INDEX booking_unannounced ON booking.booking (confirmed_at)
      WHERE status = 'CONFIRMED' AND origin = 'online' AND announced_at IS NULL;

    CREATE TABLE booking.unit_item (
      id uuid PRIMARY KEY,
      booking_uuid uuid NOT NULL REFERENCES booking.booking (uuid) ON DELETE RESTRICT,
      unit_id text NOT NULL REFERENCES booking.unit (id) ON DELETE RESTRICT,
      kind text NOT NULL
        CHECK (kind IN ('ADULT', 'CHILD', 'INFANT', 'SENIOR', 'STUDENT', 'FAMILY')),
      price_vnd bigint NOT NULL CHECK (price_vnd >= 0),
      code text NOT NULL UNIQUE CHECK (code ~ '^[A-HJKMNP-TV-Z2-9]{8}$'),
      position integer NOT NULL CHECK (position >= 1),
      redeemed_at timestamptz,
      redeemed_by text,
      UNIQUE (booking_uuid, position),
      CHECK ((redeemed_at IS NULL) = (redeemed_by IS NULL))
    );

    CREATE TABLE booking.departure_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      departure_id text NOT NULL REFERENCES booking.departure (id) ON DELETE RESTRICT,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      kind text NOT NULL CHECK (kind IN ('held', 'extended', 'released', 'expired', 'bound',
        'unbound', 'confirmed', 'unconfirmed', 'refused_late', 'booked', 'cancelled',
        'uncancelled', 'redeemed', 'unredeemed', 'no_show', 'no_show_undone', 'collected',
        'uncollected', 'closed', 'reopened', 'capacity')),
      booking_uuid uuid REFERENCES booking.booking (uuid) ON DELETE RESTRICT,
      pax integer NOT NULL,
      actor text NOT NULL,
      reason text,
      held integer NOT NULL CHECK (held >= 0),
      confirmed integer NOT NULL CHECK (confirmed >= 0),
      capacity integer NOT NULL CHECK (capacity >= held + confirmed)
    );
    CREATE INDEX departure_event_departure ON booking.departure_event (departure_id, id);
    CREATE INDEX departure_event_booking ON booking.departure_event (booking_uuid, id)
      WHERE booking_uuid IS NOT NULL;

    CREATE FUNCTION booking.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'booking.departure_event only grows' USING ERRCODE = '23514';
    END $$;
    CREATE TRIGGER departure_event_only_grows
      BEFORE UPDATE OR DELETE OR TRUNCATE ON booking.departure_event
      FOR EACH STATEMENT EXECUTE FUNCTION booking.refuse_rewriting();
  `,
};
