import type { SqlMigration } from "../../../lib/migrate";

/**
 * The one rule under a race, whole: lock, give back what ran out, look the uuid up, count, write.
 * A volatile function takes a new snapshot for each of its statements, so whatever comes after the
 * lock sees everything that others did before it; and the departure stays locked for no round trip.
 */
export const takeSeats: SqlMigration = {
  title: "002-take-seats",
  up: `
    -- Gives back the seats of holds that ran out, on locked departures. The clock is read when the
    -- statement begins, after any waiting for the lock; now() would be the time before it.
    -- Planned once per connection: PostgreSQL would plan for each array anew, at ten times the cost.
    CREATE FUNCTION booking.reap_holds(departure_ids text[]) RETURNS void
    LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      WITH dead AS (
        UPDATE booking.booking SET status = 'EXPIRED'
        WHERE departure_id = ANY(departure_ids) AND status = 'ON_HOLD'
          AND expires_at <= (SELECT clock_timestamp())
        RETURNING uuid, departure_id, pax),
      total AS (SELECT departure_id, sum(pax)::int AS pax FROM dead GROUP BY departure_id),
      freed AS (
        UPDATE booking.departure d SET held = d.held - total.pax
        FROM total WHERE d.id = total.departure_id
        RETURNING d.id, d.held, d.confirmed, d.capacity, total.pax)
      INSERT INTO booking.departure_event
        (departure_id, kind, booking_uuid, pax, actor, held, confirmed, capacity)
      SELECT freed.id, 'expired', dead.uuid, -dead.pax, 'clock',
        freed.held + freed.pax
          - sum(dead.pax) OVER (PARTITION BY freed.id ORDER BY dead.uuid)::int,
        freed.confirmed, freed.capacity
      FROM dead JOIN freed ON freed.id = dead.departure_id;
    END $$;

    -- Writes a booking with its tickets and takes its seats, or answers why it did not: the booking
    -- that has this uuid already, or the departure as it stands and how many live holds there are.
    -- Draft: every column but status and instants. Without hold_minutes it is the host's, confirmed
    -- at once, neither counted nor stopped by the cut-off.
    CREATE FUNCTION booking.take_seats(draft jsonb, tickets jsonb, actor text,
      hold_minutes integer, most_of_cart integer, most_of_address integer)
    RETURNS TABLE (made jsonb, place jsonb, at timestamptz, cart_holds integer,
      address_holds integer)
    LANGUAGE plpgsql SET lock_timeout = '3s' SET plan_cache_mode = force_generic_plan AS $$
    DECLARE
      wanted booking.booking := jsonb_populate_record(NULL::booking.booking, draft);
      is_hold boolean := hold_minutes IS NOT NULL;
      seat booking.departure;
    BEGIN
      IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'seats are taken under READ COMMITTED only';
      END IF;
      -- Two holds of one cart or one address take turns, so that both cannot be the last allowed.
      IF is_hold THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('hold-address:' || wanted.address_hash, 0));
        PERFORM pg_advisory_xact_lock(hashtextextended('hold-cart:' || wanted.cart_id, 0));
      END IF;
      PERFORM FROM booking.departure WHERE id = wanted.departure_id FOR NO KEY UPDATE;
      PERFORM booking.reap_holds(ARRAY[wanted.departure_id]);
      SELECT to_jsonb(b) INTO made FROM booking.booking b WHERE b.uuid = wanted.uuid;
      IF made IS NOT NULL THEN
        RETURN NEXT;
        RETURN;
      END IF;
      cart_holds := 0;
      address_holds := 0;
      IF is_hold THEN
        SELECT count(*) INTO cart_holds FROM booking.booking b WHERE b.cart_id = wanted.cart_id
          AND b.status = 'ON_HOLD' AND b.expires_at > (SELECT clock_timestamp());
        SELECT count(*) INTO address_holds FROM booking.booking b
          WHERE b.address_hash = wanted.address_hash
          AND b.status = 'ON_HOLD' AND b.expires_at > (SELECT clock_timestamp());
      END IF;
      IF NOT is_hold OR (cart_holds < most_of_cart AND address_holds < most_of_address) THEN
        UPDATE booking.departure d
        SET held = d.held + CASE WHEN is_hold THEN wanted.pax ELSE 0 END,
          confirmed = d.confirmed + CASE WHEN is_hold THEN 0 ELSE wanted.pax END
        WHERE d.id = wanted.departure_id AND d.status = 'open'
          AND (NOT is_hold OR d.cutoff_at > clock_timestamp())
          AND d.held + d.confirmed + wanted.pax <= d.capacity
        RETURNING * INTO seat;
      END IF;
      at := clock_timestamp();
      IF seat.id IS NULL THEN
        SELECT to_jsonb(d) INTO place FROM booking.departure d WHERE d.id = wanted.departure_id;
        RETURN NEXT;
        RETURN;
      END IF;
      wanted.created_at := at;
      IF is_hold THEN
        wanted.status := 'ON_HOLD';
        wanted.expires_at := at + hold_minutes * interval '1 minute';
      ELSE
        wanted.status := 'CONFIRMED';
        wanted.confirmed_at := at;
      END IF;
      INSERT INTO booking.booking SELECT wanted.*;
      INSERT INTO booking.unit_item (id, booking_uuid, unit_id, kind, price_vnd, code, position)
      SELECT t.id, wanted.uuid, t.unit_id, t.kind, t.price_vnd, t.code, t.position
      FROM jsonb_to_recordset(tickets) AS t
        (id uuid, unit_id text, kind text, price_vnd bigint, code text, position integer);
      INSERT INTO booking.departure_event
        (departure_id, kind, booking_uuid, pax, actor, held, confirmed, capacity)
      VALUES (seat.id, CASE WHEN is_hold THEN 'held' ELSE 'booked' END, wanted.uuid, wanted.pax,
        take_seats.actor, seat.held, seat.confirmed, seat.capacity);
      made := to_jsonb(wanted);
      RETURN NEXT;
    END $$;
  `,
};
