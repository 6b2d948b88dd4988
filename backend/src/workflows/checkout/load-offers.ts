import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import { type CertificationStatus, isInForce } from "@cho-lang/shared/domain/certification";
import type { ProducerStatus } from "@cho-lang/shared/domain/producer";
import { localeOf } from "@cho-lang/shared/language";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { SnapshotPicture } from "../../modules/purchase/tables";
import type { Sellable } from "./problem";

type OfferProducer = {
  id: string;
  handle: string;
  name: string;
  status: ProducerStatus;
  closed_from: string | null;
  closed_until: string | null;
  province_code: string;
};

/** One variant as it is offered now, with what a parcel and a snapshot need to know of it. */
export type Offer = Sellable & {
  variant_id: string;
  variant_title: string;
  product_id: string;
  handle: string;
  title: { vi: string; en: string };
  unit: { vi: string; en: string };
  picture: SnapshotPicture | null;
  weight_grams: number;
  producer: OfferProducer | null;
  /** Today's price in whole đồng; null when it has none. */
  price_vnd: number | null;
  allow_backorder: boolean;
  inventory: { inventory_item_id: string; required_quantity: number; location_id: string | null }[];
  certificate: { id: string; stars: number } | null;
};

type Level = { location_id: string; stocked_quantity: number; reserved_quantity: number };
type RawVariant = {
  id: string;
  title: string;
  manage_inventory: boolean;
  allow_backorder: boolean;
  weight: number | null;
  prices?: { amount: number; currency_code: string; price_list_id: string | null }[];
  inventory_items?: {
    inventory_item_id: string;
    required_quantity: number;
    inventory?: { location_levels?: Level[] } | null;
  }[];
  product: {
    id: string;
    handle: string;
    title: string;
    status: string;
    weight: number | null;
    thumbnail: string | null;
    metadata: Record<string, unknown> | null;
    type: { value: string } | null;
    producer?: OfferProducer | null;
  } | null;
};
type RawCertificate = {
  id: string;
  product_id: string;
  stars: number;
  status: CertificationStatus;
  decided_on: string;
  expires_on: string;
  revoked_on: string | null;
};

const variantFields = [
  "id",
  "title",
  "manage_inventory",
  "allow_backorder",
  "weight",
  "prices.amount",
  "prices.currency_code",
  "prices.price_list_id",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.location_id",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
  "product.id",
  "product.handle",
  "product.title",
  "product.status",
  "product.weight",
  "product.thumbnail",
  "product.metadata",
  "product.type.value",
  "product.producer.id",
  "product.producer.handle",
  "product.producer.name",
  "product.producer.status",
  "product.producer.closed_from",
  "product.producer.closed_until",
  "product.producer.province_code",
];

/** Offers by variant id, read now and never from a cache; unknown variants are left out. */
export async function loadOffers(
  container: MedusaContainer,
  variantIds: string[],
): Promise<Map<string, Offer>> {
  if (variantIds.length === 0) return new Map();
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: variants } = (await query.graph({
    entity: "variant",
    fields: variantFields,
    filters: { id: variantIds },
  })) as unknown as { data: RawVariant[] };
  const productIds = [...new Set(variants.flatMap(({ product }) => product?.id ?? []))];
  if (productIds.length === 0) return new Map();
  const [english, certificates] = (await Promise.all([
    query.graph(
      { entity: "product", fields: ["id", "title"], filters: { id: productIds } },
      { locale: localeOf("en") },
    ),
    query.graph({
      entity: "certification",
      fields: ["id", "product_id", "stars", "status", "decided_on", "expires_on", "revoked_on"],
      filters: { product_id: productIds, status: "verified" },
    }),
  ])) as unknown as [{ data: { id: string; title: string }[] }, { data: RawCertificate[] }];
  const today = todayInVietnam(new Date());
  return new Map(
    variants.flatMap((variant): [string, Offer][] => {
      const { product } = variant;
      if (!product) return [];
      const title_en = english.data.find(({ id }) => id === product.id)?.title ?? product.title;
      const own = certificates.data.filter(({ product_id }) => product_id === product.id);
      const certificate = bestCertificate(own, today);
      return [[variant.id, offerOf(variant, product, { title_en, certificate })]];
    }),
  );
}

function bestCertificate(certificates: RawCertificate[], today: LocalDate) {
  const [best] = certificates
    .filter((certificate) => isInForce(certificate, today))
    .sort((a, b) => b.stars - a.stars);
  return best ? { id: best.id, stars: best.stars } : null;
}

function offerOf(
  variant: RawVariant,
  product: NonNullable<RawVariant["product"]>,
  more: { title_en: string; certificate: Offer["certificate"] },
): Offer {
  const text = (key: string, fallback: string) => {
    const value = product.metadata?.[key];
    return typeof value === "string" && value !== "" ? value : fallback;
  };
  const unit_vi = text("unit_vi", variant.title);
  const price = variant.prices?.find((p) => p.currency_code === "vnd" && !p.price_list_id);
  return {
    variant_id: variant.id,
    variant_title: variant.title,
    product_id: product.id,
    handle: product.handle,
    title: { vi: product.title, en: more.title_en },
    unit: { vi: unit_vi, en: text("unit_en", unit_vi) },
    picture: pictureOf(product, text),
    weight_grams: Number(variant.weight ?? product.weight ?? 0),
    is_published: product.status === "published",
    kind: product.type?.value === "tour" ? "tour" : "goods",
    producer: product.producer ?? null,
    price_vnd: price ? Number(price.amount) : null,
    allow_backorder: variant.allow_backorder,
    ...stockOf(variant),
    certificate: more.certificate,
  };
}

function pictureOf(
  product: NonNullable<RawVariant["product"]>,
  text: (key: string, fallback: string) => string,
): SnapshotPicture | null {
  if (!product.thumbnail) return null;
  const size = product.metadata?.picture as { width?: number; height?: number } | undefined;
  const alt_vi = text("alt_vi", product.title);
  return {
    src: product.thumbnail,
    width: size?.width ?? 800,
    height: size?.height ?? 800,
    alt_vi,
    alt_en: text("alt_en", alt_vi),
  };
}

function stockOf(variant: RawVariant): Pick<Offer, "stock" | "inventory"> {
  if (!variant.manage_inventory) return { stock: null, inventory: [] };
  const items = (variant.inventory_items ?? []).map((item) => {
    const levels = (item.inventory?.location_levels ?? []).map((level) => ({
      location_id: level.location_id,
      left: Number(level.stocked_quantity) - Number(level.reserved_quantity),
    }));
    const fullest = levels.sort((a, b) => b.left - a.left)[0];
    return {
      inventory_item_id: item.inventory_item_id,
      required_quantity: item.required_quantity,
      location_id: fullest?.location_id ?? null,
      sets: Math.max(0, Math.floor((fullest?.left ?? 0) / item.required_quantity)),
    };
  });
  const inventory = items.map(({ sets: _sets, ...item }) => item);
  if (variant.allow_backorder) return { stock: null, inventory };
  return { stock: items.length ? Math.min(...items.map(({ sets }) => sets)) : 0, inventory };
}
