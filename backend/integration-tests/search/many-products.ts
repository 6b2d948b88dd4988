import { sql } from "../settle";

const facts = JSON.stringify({ group: "food", subgroup: "coffee-cocoa", unit_vi: "túi 500 g" });

/** So many published goods of one producer for 10,001 đồng and more, written by a few statements. */
export async function manyProducts(count: number, producerId: string): Promise<void> {
  const many = sql()`generate_series(1, ${count}::integer) n`;
  await sql()`
    INSERT INTO product (id, title, handle, status, metadata)
    SELECT 'prod_many_' || n, 'Hàng ' || n, 'hang-' || n, 'published', ${facts}::text::jsonb
    FROM ${many}`;
  await sql()`INSERT INTO price_set (id) SELECT 'pset_many_' || n FROM ${many}`;
  await sql()`
    INSERT INTO product_variant (id, title, product_id, manage_inventory)
    SELECT 'variant_many_' || n, 'gói', 'prod_many_' || n, false FROM ${many}`;
  await sql()`
    INSERT INTO product_variant_price_set (id, variant_id, price_set_id)
    SELECT 'pvps_many_' || n, 'variant_many_' || n, 'pset_many_' || n FROM ${many}`;
  await sql()`
    INSERT INTO price (id, price_set_id, currency_code, amount, raw_amount, rules_count)
    SELECT 'price_many_' || n, 'pset_many_' || n, 'vnd', 10000 + n,
      jsonb_build_object('value', (10000 + n)::text, 'precision', 20), 0
    FROM ${many}`;
  await sql()`
    INSERT INTO producer_producer_product_product (id, producer_id, product_id)
    SELECT 'ppp_many_' || n, ${producerId}, 'prod_many_' || n FROM ${many}`;
}
