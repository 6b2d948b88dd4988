import type { SqlMigration } from "../../../lib/migrate";

export const createVietqr: SqlMigration = {
  title: "001-vietqr",
  up: `
    CREATE TABLE vietqr.request (
      code text PRIMARY KEY CHECK (code ~ '^CL[0-9A-HJKMNP-TV-Z]{8}$'),
      session_id text NOT NULL UNIQUE,
      purchase_id text NOT NULL,
      purchase_number text NOT NULL,
      cart_id text NOT NULL,
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      received_vnd bigint NOT NULL DEFAULT 0
        CHECK (received_vnd >= 0 AND received_vnd <= amount_vnd),
      status text NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'paid', 'closed', 'returned')),
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      paid_at timestamptz,
      closed_at timestamptz,
      CHECK ((status IN ('paid', 'returned')) = (paid_at IS NOT NULL)),
      CHECK ((status IN ('closed', 'returned')) = (closed_at IS NOT NULL)),
      CHECK ((status = 'paid') = (received_vnd = amount_vnd)),
      CHECK (closed_at IS NULL OR received_vnd = 0)
    );
    CREATE UNIQUE INDEX request_live ON vietqr.request (purchase_id)
      WHERE status IN ('open', 'paid');
    CREATE INDEX request_purchase ON vietqr.request (purchase_id);
    CREATE INDEX request_number ON vietqr.request (purchase_number) WHERE status = 'open';

    CREATE TABLE vietqr.bank_transfer (
      id text PRIMARY KEY,
      account_number text NOT NULL CHECK (account_number ~ '^[0-9A-Za-z]{1,34}$'),
      bank_id text NOT NULL CHECK (length(bank_id) BETWEEN 1 AND 200),
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      content text NOT NULL CHECK (length(content) <= 1000),
      occurred_at timestamptz NOT NULL,
      source text NOT NULL CHECK (source IN ('sepay', 'casso', 'statement')),
      request_code text REFERENCES vietqr.request (code),
      sender_bank_bin text CHECK (sender_bank_bin ~ '^[0-9]{6}$'),
      sender_account text,
      sender_name text,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (account_number, bank_id)
    );
    CREATE INDEX bank_transfer_alike
      ON vietqr.bank_transfer (account_number, amount_vnd, occurred_at);

    -- The same transfer as another source calls it.
    CREATE TABLE vietqr.transfer_alias (
      account_number text NOT NULL,
      bank_id text NOT NULL,
      transfer_id text NOT NULL REFERENCES vietqr.bank_transfer (id),
      source text NOT NULL CHECK (source IN ('sepay', 'casso', 'statement')),
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (account_number, bank_id),
      UNIQUE (transfer_id, source)
    );

    CREATE TABLE vietqr.allocation (
      id text PRIMARY KEY,
      transfer_id text NOT NULL REFERENCES vietqr.bank_transfer (id),
      request_code text NOT NULL REFERENCES vietqr.request (code),
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      released_at timestamptz
    );
    CREATE INDEX allocation_transfer ON vietqr.allocation (transfer_id);
    CREATE INDEX allocation_request ON vietqr.allocation (request_code);

    CREATE TABLE vietqr.part (
      order_id text PRIMARY KEY,
      session_id text NOT NULL UNIQUE,
      request_code text NOT NULL REFERENCES vietqr.request (code),
      amount_vnd bigint NOT NULL CHECK (amount_vnd >= 0),
      refunded_vnd bigint NOT NULL DEFAULT 0
        CHECK (refunded_vnd >= 0 AND refunded_vnd <= amount_vnd),
      canceled_at timestamptz
    );
    CREATE INDEX part_request ON vietqr.part (request_code);

    CREATE TABLE vietqr.suspense (
      id text PRIMARY KEY,
      transfer_id text NOT NULL REFERENCES vietqr.bank_transfer (id),
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      reason text NOT NULL
        CHECK (reason IN ('unmatched', 'under', 'over', 'late', 'twice', 'not_placed')),
      request_code text REFERENCES vietqr.request (code),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      resolution text CHECK (resolution IN ('paid_to', 'sent_back', 'kept')),
      resolved_at timestamptz,
      resolved_by text,
      note text,
      paid_to_code text REFERENCES vietqr.request (code),
      CHECK ((reason = 'unmatched') = (request_code IS NULL)),
      CHECK ((resolution IS NULL) = (resolved_at IS NULL)),
      CHECK ((resolution IS NULL) = (resolved_by IS NULL)),
      CHECK (COALESCE(resolution = 'paid_to', false) = (paid_to_code IS NOT NULL)),
      CHECK (resolution IS DISTINCT FROM 'kept' OR length(note) > 0)
    );
    CREATE INDEX suspense_transfer ON vietqr.suspense (transfer_id);
    CREATE INDEX suspense_open ON vietqr.suspense (created_at) WHERE resolution IS NULL;

    CREATE TABLE vietqr.refund_due (
      id text PRIMARY KEY,
      key text NOT NULL UNIQUE,
      amount_vnd bigint NOT NULL CHECK (amount_vnd > 0),
      order_id text REFERENCES vietqr.part (order_id),
      suspense_id text UNIQUE REFERENCES vietqr.suspense (id),
      refund_id text,
      payee_bank_bin text CHECK (payee_bank_bin ~ '^[0-9]{6}$'),
      payee_account text,
      payee_name text,
      status text NOT NULL DEFAULT 'due' CHECK (status IN ('due', 'sent', 'void')),
      bank_reference text,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      sent_at timestamptz,
      sent_by text,
      CHECK ((order_id IS NULL) <> (suspense_id IS NULL)),
      CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
      CHECK ((status = 'sent') = (sent_by IS NOT NULL)),
      CHECK ((status = 'sent') = (bank_reference IS NOT NULL)),
      CHECK (status <> 'sent' OR payee_account IS NOT NULL),
      CHECK ((payee_bank_bin IS NULL) = (payee_account IS NULL)),
      CHECK ((payee_name IS NULL) = (payee_account IS NULL))
    );
    CREATE INDEX refund_due_order ON vietqr.refund_due (order_id);
    CREATE INDEX refund_due_open ON vietqr.refund_due (created_at) WHERE status = 'due';

    -- Every đồng that came is either given to a request or in suspense, and never in both.
    CREATE FUNCTION vietqr.check_transfer(transfer text) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE came bigint; given bigint; held bigint;
    BEGIN
      SELECT amount_vnd INTO came FROM vietqr.bank_transfer WHERE id = transfer;
      SELECT COALESCE(sum(amount_vnd), 0) INTO given FROM vietqr.allocation
        WHERE transfer_id = transfer AND released_at IS NULL;
      SELECT COALESCE(sum(amount_vnd), 0) INTO held FROM vietqr.suspense
        WHERE transfer_id = transfer AND resolution IS DISTINCT FROM 'paid_to';
      IF given + held <> came THEN
        RAISE EXCEPTION 'transfer % brought %, but % is given and % in suspense',
          transfer, came, given, held USING ERRCODE = 'check_violation';
      END IF;
    END $$;
    CREATE FUNCTION vietqr.check_request(wanted text) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE received bigint; given bigint;
    BEGIN
      SELECT received_vnd INTO received FROM vietqr.request WHERE code = wanted;
      SELECT COALESCE(sum(amount_vnd), 0) INTO given FROM vietqr.allocation
        WHERE request_code = wanted AND released_at IS NULL;
      IF given <> received THEN
        RAISE EXCEPTION 'request % received %, but % is given to it', wanted, received, given
          USING ERRCODE = 'check_violation';
      END IF;
    END $$;
    -- What is paid back of a part stands in its refunds.
    CREATE FUNCTION vietqr.check_part(wanted text) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE refunded bigint; due bigint;
    BEGIN
      SELECT refunded_vnd INTO refunded FROM vietqr.part WHERE order_id = wanted;
      SELECT COALESCE(sum(amount_vnd), 0) INTO due FROM vietqr.refund_due
        WHERE order_id = wanted AND status <> 'void';
      IF due <> refunded THEN
        RAISE EXCEPTION 'order % has refunds of %, but % is noted', wanted, due, refunded
          USING ERRCODE = 'check_violation';
      END IF;
    END $$;

    CREATE FUNCTION vietqr.balance() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_TABLE_NAME = 'bank_transfer' THEN
        PERFORM vietqr.check_transfer(NEW.id);
      ELSIF TG_TABLE_NAME = 'request' THEN
        PERFORM vietqr.check_request(NEW.code);
      ELSIF TG_TABLE_NAME = 'allocation' THEN
        PERFORM vietqr.check_transfer(NEW.transfer_id);
        PERFORM vietqr.check_request(NEW.request_code);
      ELSIF TG_TABLE_NAME = 'suspense' THEN
        PERFORM vietqr.check_transfer(NEW.transfer_id);
      ELSIF TG_TABLE_NAME = 'part' THEN
        PERFORM vietqr.check_part(NEW.order_id);
      ELSIF NEW.order_id IS NOT NULL THEN
        PERFORM vietqr.check_part(NEW.order_id);
      END IF;
      RETURN NULL;
    END $$;
    CREATE FUNCTION vietqr.keep() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never deleted', TG_TABLE_NAME
        USING ERRCODE = 'check_violation';
    END $$;
    -- What came in stays as it came.
    CREATE FUNCTION vietqr.stay() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a transfer stays as it was recorded' USING ERRCODE = 'check_violation';
    END $$;

    CREATE CONSTRAINT TRIGGER balance AFTER INSERT OR UPDATE ON vietqr.bank_transfer
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vietqr.balance();
    CREATE CONSTRAINT TRIGGER balance AFTER INSERT OR UPDATE ON vietqr.request
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vietqr.balance();
    CREATE CONSTRAINT TRIGGER balance AFTER INSERT OR UPDATE ON vietqr.allocation
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vietqr.balance();
    CREATE CONSTRAINT TRIGGER balance AFTER INSERT OR UPDATE ON vietqr.suspense
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vietqr.balance();
    CREATE CONSTRAINT TRIGGER balance AFTER INSERT OR UPDATE ON vietqr.part
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vietqr.balance();
    CREATE CONSTRAINT TRIGGER balance AFTER INSERT OR UPDATE ON vietqr.refund_due
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vietqr.balance();

    CREATE TRIGGER stay BEFORE UPDATE ON vietqr.bank_transfer
      FOR EACH ROW EXECUTE FUNCTION vietqr.stay();
    CREATE TRIGGER keep BEFORE DELETE ON vietqr.bank_transfer
      FOR EACH ROW EXECUTE FUNCTION vietqr.keep();
    CREATE TRIGGER keep BEFORE DELETE ON vietqr.allocation
      FOR EACH ROW EXECUTE FUNCTION vietqr.keep();
    CREATE TRIGGER keep BEFORE DELETE ON vietqr.suspense
      FOR EACH ROW EXECUTE FUNCTION vietqr.keep();
    CREATE TRIGGER keep BEFORE DELETE ON vietqr.refund_due
      FOR EACH ROW EXECUTE FUNCTION vietqr.keep();
  `,
};
