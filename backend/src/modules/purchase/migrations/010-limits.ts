import type { SqlMigration } from "../../../lib/migrate";

/**
 * Whose network address a purchase comes from, as a hash and only until it is made or has failed;
 * and when its provider is asked next whether money came of which nobody told us.
 */
export const addLimits: SqlMigration = {
  title: "010-limits",
  up: `
    ALTER TABLE purchase.purchase
      ADD COLUMN address_hash text,
      ADD COLUMN next_look_at timestamptz;
  `,
};
