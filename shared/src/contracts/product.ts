import { z } from "zod";
import { GROUPS, PRODUCT_KINDS } from "../domain/product";
import { publicCertificate } from "./certification";
import { picture, provinceLink, stars, unitPrice } from "./parts";
import { maker } from "./producer-page";

export const productVariant = z.object({
  id: z.string(),
  title: z.string(),
  price_vnd: z.int(),
  unit: z.string(),
  unit_price: unitPrice.nullable(),
  /** Available now; null when stock is not tracked (tours). */
  stock: z.int().nullable(),
});

/** `GET /store/catalog/:handle?lang=` — one product or tour, all that its page shows. */
export const catalogDetail = z.object({
  id: z.string(),
  kind: z.enum(PRODUCT_KINDS),
  handle: z.string(),
  title: z.string(),
  story: z.string(),
  group: z.enum(GROUPS),
  subgroup: z.string(),
  stars: stars.nullable(),
  variants: z.array(productVariant),
  pictures: z.array(picture),
  weight_grams: z.int().nullable(),
  handling: z.array(z.string()),
  marks: z.array(z.string()),
  season_months: z.array(z.int()).nullable(),
  duration_hours: z.number().nullable(),
  offering: z.string().nullable(),
  /** Newest first; in force, expiring, expired or revoked. */
  certificates: z.array(publicCertificate),
  producer: maker.extend({ product_count: z.int() }),
  village: z
    .object({
      handle: z.string(),
      name: z.string(),
      craft: z.string(),
      picture: picture.nullable(),
    })
    .nullable(),
  province: provinceLink,
});

export type ProductVariant = z.infer<typeof productVariant>;
export type CatalogDetail = z.infer<typeof catalogDetail>;
