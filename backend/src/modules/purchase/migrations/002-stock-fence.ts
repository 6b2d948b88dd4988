import type { SqlMigration } from "../../../lib/migrate";

/**
 * Medusa's inventory module reads a level, adds in JavaScript and writes the sum back; only an
 * application lock keeps two buyers apart. This trigger makes the database keep the promise: the
 * level's row is locked first, so a second reservation waits, then counts the first one too.
 */
export const fenceStock: SqlMigration = {
  title: "002-stock-fence",
  up: `
    CREATE FUNCTION purchase.refuse_oversold() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      stocked numeric;
      reserved numeric;
    BEGIN
      IF NEW.deleted_at IS NOT NULL OR COALESCE(NEW.allow_backorder, false) THEN
        RETURN NEW;
      END IF;
      SELECT stocked_quantity INTO stocked FROM public.inventory_level
        WHERE inventory_item_id = NEW.inventory_item_id AND location_id = NEW.location_id
          AND deleted_at IS NULL
        FOR UPDATE;
      SELECT COALESCE(sum(quantity), 0) INTO reserved FROM public.reservation_item
        WHERE inventory_item_id = NEW.inventory_item_id AND location_id = NEW.location_id
          AND deleted_at IS NULL AND id <> NEW.id;
      IF stocked IS NULL OR reserved + NEW.quantity > stocked THEN
        RAISE EXCEPTION 'stock_oversold: % of % wanted, % left', NEW.quantity,
          NEW.inventory_item_id, COALESCE(stocked, 0) - reserved USING ERRCODE = '23514';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER refuse_oversold BEFORE INSERT ON public.reservation_item
      FOR EACH ROW EXECUTE FUNCTION purchase.refuse_oversold();
  `,
};
