import { defineLink } from "@medusajs/framework/utils";
import ProductModule from "@medusajs/medusa/product";
import CertificationModule from "../modules/certification";

/** A certificate names its product in its own column; this only lets query.graph follow it. */
export default defineLink(
  { linkable: CertificationModule.linkable.certification, field: "product_id" },
  ProductModule.linkable.product,
  { readOnly: true },
);
