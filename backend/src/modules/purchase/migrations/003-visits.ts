import type { SqlMigration } from "../../../lib/migrate";

/**
 * Orders of visits: nothing is sent, so no address is needed, and they are delivered (the last
 * guest has come) without ever being shipped. What is paid at the village is told apart from what
 * is paid at the door.
 */
export const addVisits: SqlMigration = {
  title: "003-visits",
  up: `
    ALTER TABLE purchase.purchase
      DROP CONSTRAINT purchase_province_code_check,
      DROP CONSTRAINT purchase_commune_code_check,
      ADD CONSTRAINT purchase_address CHECK (
        (province_code ~ '^[0-9]{2}$' AND commune_code ~ '^[0-9]{5}$' AND street <> '')
        OR (province_code = '' AND commune_code = '' AND street = '')
      );

    ALTER TABLE purchase.purchase_order
      ADD COLUMN has_parcel boolean NOT NULL DEFAULT true,
      ADD COLUMN visits_vnd bigint NOT NULL DEFAULT 0,
      DROP CONSTRAINT purchase_order_check4,
      ADD CONSTRAINT purchase_order_delivered CHECK (
        delivered_at IS NULL OR shipped_at IS NOT NULL OR NOT has_parcel
      ),
      ADD CONSTRAINT purchase_order_collected CHECK (due_vnd + collected_vnd <= total_vnd),
      ADD CONSTRAINT purchase_order_visits CHECK (visits_vnd >= 0 AND visits_vnd <= goods_vnd),
      ADD CONSTRAINT purchase_order_without_parcel CHECK (
        has_parcel OR (
          visits_vnd = goods_vnd AND shipping_vnd = 0 AND shipping_option_id IS NULL
          AND confirmed_at IS NULL AND packed_at IS NULL AND shipped_at IS NULL
          AND (delivered_at IS NULL OR cancelled_at IS NULL)
        )
      );
  `,
};
