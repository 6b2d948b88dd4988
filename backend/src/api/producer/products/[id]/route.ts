import { type ProducerProductRow, productEditBody } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import type { z } from "@medusajs/framework/zod";
import { notFound, parse, refuse } from "../../../../lib/errors";
import type { ProducerVariantFacts } from "../../../../reports/producer-products";
import { editVariantsWorkflow } from "../../../../workflows/product/edit-variants";
import { languageOf, type ProducerRequest, param } from "../../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerProductRow>) {
  res.json(await req.producer.products.find(param(req, "id"), languageOf(req)));
}

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerProductRow>) {
  const id = param(req, "id");
  const product = await req.producer.products.facts(id);
  const { variants } = parse(productEditBody, req.body);
  if (new Set(variants.map((wish) => wish.id)).size < variants.length) {
    refuse("variant_named_twice", "Name each variant once.", {
      fields: [{ field: "variants", code: "variant_named_twice", message: "named twice" }],
    });
  }
  // Ids in a body go through the same scope as ids in the path: another's variant is not found.
  const wishes = variants.map((wish) => ({
    wish,
    variant: product.variants.find(({ id }) => id === wish.id) ?? notFound("variant"),
  }));
  await editVariantsWorkflow(req.scope).run({
    input: {
      prices: wishes.flatMap(({ wish: { price_vnd }, variant }) =>
        price_vnd === undefined ? [] : [{ variant_id: variant.id, price_vnd }],
      ),
      shelves: wishes.flatMap(({ wish, variant }) => shelfWish(wish, variant)),
    },
  });
  res.json(await req.producer.products.find(id, languageOf(req)));
}

type Wish = z.infer<typeof productEditBody>["variants"][number];

function shelfWish({ stock, stock_seen }: Wish, variant: ProducerVariantFacts) {
  if (stock === undefined) return [];
  const { id: variant_id, inventory_item_id, location_id } = variant;
  if (!variant.manage_inventory || !inventory_item_id || !location_id) {
    return refuse("stock_not_tracked", "No stock is kept for this variant; leave it out.", {
      fields: [{ field: "variants", code: "stock_not_tracked", message: "has no stock" }],
    });
  }
  return [{ variant_id, inventory_item_id, location_id, stock, stock_seen }];
}
