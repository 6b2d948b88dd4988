import type { SqlMigration } from "../../../lib/migrate";

/** Parcels on their way back: a job looks for them every minute, and reads no other orders for it. */
export const indexComingBack: SqlMigration = {
  title: "011-coming-back",
  up: `
    CREATE INDEX purchase_order_coming_back ON purchase.purchase_order (refused_at)
      WHERE refused_at IS NOT NULL AND returned_at IS NULL;
  `,
};
