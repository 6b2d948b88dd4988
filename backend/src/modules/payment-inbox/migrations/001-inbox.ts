import type { SqlMigration } from "../../../lib/migrate";

export const createInbox: SqlMigration = {
  title: "001-inbox",
  up: `
    CREATE TABLE inbox.event (
      id text PRIMARY KEY,
      provider text NOT NULL,
      event_id text NOT NULL CHECK (event_id <> ''),
      kind text NOT NULL,
      payload jsonb NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'dead')),
      processed_at timestamptz,
      attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      next_attempt_at timestamptz NOT NULL DEFAULT now(),
      lease_token text,
      lease_until timestamptz,
      error text,
      replayed_by text,
      replayed_at timestamptz,
      UNIQUE (provider, event_id),
      CHECK ((state = 'done') = (processed_at IS NOT NULL)),
      CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
      CHECK (state = 'new' OR lease_token IS NULL),
      CHECK ((replayed_by IS NULL) = (replayed_at IS NULL))
    );
    CREATE INDEX event_due ON inbox.event (next_attempt_at) WHERE state = 'new';
    CREATE INDEX event_newest ON inbox.event (received_at DESC, id);
    CREATE INDEX event_dead ON inbox.event (received_at DESC) WHERE state = 'dead';
    CREATE INDEX event_processed ON inbox.event (processed_at) WHERE state = 'done';
  `,
};
