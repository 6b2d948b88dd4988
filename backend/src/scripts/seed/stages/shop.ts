import type { LocalDate } from "@cho-lang/shared/calendar";
import {
  GROUP_LABELS,
  GROUPS,
  groupOf,
  SUBGROUPS,
  subgroupLabel,
} from "@cho-lang/shared/domain/product";
import { localeOf } from "@cho-lang/shared/language";
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createDefaultsWorkflow,
  createProductCategoriesWorkflow,
  createProductTypesWorkflow,
  createRegionsWorkflow,
  createShippingProfilesWorkflow,
  updateApiKeysWorkflow,
  updateRegionsWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows";
import { graph, type Outcome } from "./context";

const CHANNEL = "Chợ Làng";
const COUNTRY = "vn";
const CASH_ON_DELIVERY = "pp_cod_cod";

interface Named {
  id: string;
  name: string;
}

interface Store {
  id: string;
  default_sales_channel_id: string;
  default_region_id: string | null;
  metadata: StoreMetadata | null;
}

/** What the catalog hangs on. */
export interface Shop {
  store_id: string;
  channel_id: string;
  profile_id: string;
  /** The publishable key that the storefront sends. */
  publishable_key: string;
  /** Product type ids by value. */
  types: Map<string, string>;
  /** Category ids by handle. */
  categories: Map<string, string>;
  /** The day of the first seeding: certificates are dealt from it on every run. */
  anchor: LocalDate;
  /** Whether a run has come to its end before. */
  isDone: boolean;
  /** The store's metadata, with `seed` ("started" or "done") that `npm start` reads. */
  metadata: StoreMetadata;
}

type StoreMetadata = Record<string, unknown> & {
  seed?: "started" | "done";
  seed_anchor?: LocalDate;
};

/**
 * Makes the one store, sales channel, key, region and product types, or finds them. The sales
 * channel of Medusa's first boot is renamed: with a second one every product list gets slow.
 */
export async function seedShop(
  container: MedusaContainer,
  today: LocalDate,
): Promise<{ shop: Shop; outcome: Outcome }> {
  await createDefaultsWorkflow(container).run();
  const [store] = await graph<Store>(container, {
    entity: "store",
    fields: ["id", "default_sales_channel_id", "default_region_id", "metadata"],
  });
  if (!store) throw new Error("Medusa made no store; run `medusa db:migrate` first.");
  const anchor = store.metadata?.seed_anchor ?? today;
  const isNew = store.metadata?.seed === undefined;
  const metadata: StoreMetadata = { ...store.metadata, seed_anchor: anchor, seed: "started" };
  if (isNew) {
    await updateSalesChannelsWorkflow(container).run({
      input: { selector: { id: store.default_sales_channel_id }, update: { name: CHANNEL } },
    });
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id: store.id },
        update: {
          name: CHANNEL,
          // The region's own flag is not enough: prices are read as tax-inclusive by this one.
          supported_currencies: [
            { currency_code: "vnd", is_default: true, is_tax_inclusive: true },
          ],
          supported_locales: [{ locale_code: localeOf("vi") }, { locale_code: localeOf("en") }],
          metadata,
        },
      },
    });
  }
  const region = await seedRegion(container);
  const types = await seedTypes(container);
  const categories = await seedCategories(container);
  const shop: Shop = {
    store_id: store.id,
    channel_id: store.default_sales_channel_id,
    profile_id: await seedShippingProfile(container),
    publishable_key: await publishableKey(container),
    types: types.ids,
    categories: categories.ids,
    anchor,
    isDone: store.metadata?.seed === "done",
    metadata: isNew ? metadata : { ...store.metadata },
  };
  if (store.default_region_id !== region.id) {
    await updateStoresWorkflow(container).run({
      input: { selector: { id: store.id }, update: { default_region_id: region.id } },
    });
  }
  const added = Number(isNew) + region.added + types.added + categories.added;
  return { shop, outcome: { added, present: 2 + types.ids.size + categories.ids.size - added } };
}

async function seedRegion(container: MedusaContainer): Promise<{ id: string; added: number }> {
  const [present] = await graph<{ id: string; payment_providers: { id: string }[] | null }>(
    container,
    { entity: "region", fields: ["id", "payment_providers.id"], filters: { currency_code: "vnd" } },
  );
  if (present) {
    // A run that broke off may have left the region without a way to pay.
    if ((present.payment_providers ?? []).length === 0) {
      await updateRegionsWorkflow(container).run({
        input: {
          selector: { id: present.id },
          update: { payment_providers: [CASH_ON_DELIVERY], is_tax_inclusive: true },
        },
      });
    }
    return { id: present.id, added: 0 };
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Việt Nam",
          currency_code: "vnd",
          countries: [COUNTRY],
          is_tax_inclusive: true,
          payment_providers: [CASH_ON_DELIVERY],
        },
      ],
    },
  });
  const [region] = result;
  if (!region) throw new Error("The region was not made.");
  return { id: region.id, added: 1 };
}

async function seedShippingProfile(container: MedusaContainer): Promise<string> {
  const [present] = await graph<Named & { type: string }>(container, {
    entity: "shipping_profile",
    fields: ["id", "name", "type"],
    filters: { type: "default" },
  });
  if (present) return present.id;
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Mặc định", type: "default" }] },
  });
  const [profile] = result;
  if (!profile) throw new Error("The shipping profile was not made.");
  return profile.id;
}

/** Answers the token of the one publishable key and gives the key its name. */
async function publishableKey(container: MedusaContainer): Promise<string> {
  const [key] = await graph<{ id: string; title: string; token: string }>(container, {
    entity: "api_key",
    fields: ["id", "title", "token"],
    filters: { type: "publishable", revoked_at: null },
  });
  if (!key) throw new Error("There is no publishable key; revoke none of the default ones.");
  if (key.title !== CHANNEL) {
    await updateApiKeysWorkflow(container).run({
      input: { selector: { id: key.id }, update: { title: CHANNEL } },
    });
  }
  return key.token;
}

async function seedTypes(container: MedusaContainer) {
  const wanted = ["goods", "tour"];
  const present = await graph<{ id: string; value: string }>(container, {
    entity: "product_type",
    fields: ["id", "value"],
    filters: { value: wanted },
  });
  const missing = wanted.filter((value) => !present.some((type) => type.value === value));
  if (missing.length > 0) {
    const { result } = await createProductTypesWorkflow(container).run({
      input: { product_types: missing.map((value) => ({ value })) },
    });
    present.push(...result.map(({ id, value }) => ({ id, value })));
  }
  return { ids: new Map(present.map(({ id, value }) => [value, id])), added: missing.length };
}

/** The six groups and below them the product sets: handles `food` and `food-tea`. */
async function seedCategories(container: MedusaContainer) {
  const present = await graph<{ id: string; handle: string }>(container, {
    entity: "product_category",
    fields: ["id", "handle"],
  });
  const ids = new Map(present.map(({ id, handle }) => [handle, id]));
  const groups = GROUPS.filter((group) => !ids.has(group)).map((group) => ({
    handle: group as string,
    name: GROUP_LABELS[group].vi,
  }));
  await addCategories(container, groups, ids);
  const sets = SUBGROUPS.map((subgroup) => ({
    handle: `${groupOf(subgroup)}-${subgroup}`,
    name: subgroupLabel(subgroup, "vi"),
    parent_category_id: ids.get(groupOf(subgroup)) ?? null,
  })).filter(({ handle }) => !ids.has(handle));
  await addCategories(container, sets, ids);
  return { ids, added: groups.length + sets.length };
}

async function addCategories(
  container: MedusaContainer,
  list: { handle: string; name: string; parent_category_id?: string | null }[],
  ids: Map<string, string>,
): Promise<void> {
  if (list.length === 0) return;
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: list.map((category) => ({ ...category, is_active: true })) },
  });
  for (const { id, handle } of result) ids.set(handle, id);
}
