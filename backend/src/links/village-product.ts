import { defineLink } from "@medusajs/framework/utils";
import ProductModule from "@medusajs/medusa/product";
import VillageModule from "../modules/village";

/** Where a product is made, or a tour takes place. */
export default defineLink(VillageModule.linkable.village, {
  linkable: ProductModule.linkable.product,
  isList: true,
});
