import type { SqlMigration } from "../../../lib/migrate";

/** Parcels that were not taken at the door, and are with the producer again. */
export const addParcels: SqlMigration = {
  title: "005-parcels",
  up: `
    ALTER TABLE purchase.purchase_order
      ADD COLUMN refused_at timestamptz,
      ADD COLUMN refuse_reason text,
      ADD COLUMN refuse_note text,
      ADD COLUMN returned_at timestamptz,
      ADD CONSTRAINT purchase_order_refused CHECK (
        refused_at IS NULL OR (shipped_at IS NOT NULL AND delivered_at IS NULL)
      ),
      ADD CONSTRAINT purchase_order_refuse_reason CHECK (
        (refused_at IS NULL) = (refuse_reason IS NULL)
      ),
      ADD CONSTRAINT purchase_order_returned CHECK (
        returned_at IS NULL OR refused_at IS NOT NULL
      );
  `,
};
