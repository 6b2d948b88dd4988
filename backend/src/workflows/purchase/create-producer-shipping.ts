import { communeByCode } from "@cho-lang/shared/communes";
import { provinceByCode } from "@cho-lang/shared/geography";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import {
  createRemoteLinkStep,
  createShippingOptionsWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows";
import { PRODUCER_MODULE } from "../../modules/producer";
import { TARIFFS } from "../../modules/purchase";
import { DELIVERY_NAMES } from "../checkout/delivery-words";

const PROVIDER_ID = "manual_manual";

export type ProducerPlace = {
  producer_id: string;
  name: string;
  street: string | null;
  commune_code: string;
  province_code: string;
};
export type CreateProducerShippingInput = {
  /** At most 100 in one run. Producers that have a place already are left alone. */
  producers: ProducerPlace[];
  sales_channel_id: string;
  shipping_profile_id: string;
};

/** Leaves out producers that keep goods somewhere already. */
const withoutPlaceStep = createStep(
  "without-place",
  async (producers: ProducerPlace[], { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const { data } = (await query.graph({
      entity: "producer",
      fields: ["id", "stock_location.id"],
      filters: { id: producers.map(({ producer_id }) => producer_id) },
    })) as unknown as { data: { id: string; stock_location?: { id: string } | null }[] };
    const settled = new Set(data.filter((row) => row.stock_location).map(({ id }) => id));
    return new StepResponse(producers.filter(({ producer_id }) => !settled.has(producer_id)));
  },
);

/** One fulfilment set with the zone of the whole country for each place. */
const createZonesStep = createStep(
  "create-zones",
  async (producerIds: string[], { container }) => {
    const fulfilment = container.resolve(Modules.FULFILLMENT);
    const sets = await fulfilment.createFulfillmentSets(
      producerIds.map((id) => ({
        name: `Giao hàng ${id}`,
        type: "shipping",
        service_zones: [
          { name: `Việt Nam ${id}`, geo_zones: [{ type: "country", country_code: "vn" }] },
        ],
      })),
    );
    const zones = sets.map((set) => ({
      set_id: set.id,
      name: set.name,
      zone_id: set.service_zones[0]?.id ?? "",
    }));
    return new StepResponse(
      producerIds.map((producer_id) => ({
        producer_id,
        ...(zones.find(({ name }) => name === `Giao hàng ${producer_id}`) as (typeof zones)[0]),
      })),
      sets.map(({ id }) => id),
    );
  },
  async (setIds, { container }) => {
    if (setIds?.length) await container.resolve(Modules.FULFILLMENT).deleteFulfillmentSets(setIds);
  },
);

const linkChannelsStep = createStep(
  "link-channels",
  async (links: { id: string; add: string[] }[], { container }) => {
    for (const link of links) {
      await linkSalesChannelsToStockLocationWorkflow(container).run({ input: link });
    }
    return new StepResponse(links.length, links);
  },
  async (links, { container }) => {
    for (const { id, add } of links ?? []) {
      await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, remove: add } });
    }
  },
);

/**
 * Gives producers a place where they keep and pack goods, and two ways of delivery over the whole
 * country, priced by weight (`TARIFFS`). All or none; a repeat makes nothing twice. Answers the
 * stock location of each producer that got one now.
 */
export const createProducerShippingWorkflow = createWorkflow(
  "create-producer-shipping",
  (input: CreateProducerShippingInput) => {
    const fresh = withoutPlaceStep(transform({ input }, ({ input }) => input.producers));
    const made = when("some-are-new", { fresh }, ({ fresh }) => fresh.length > 0).then(() => {
      const locations = createStockLocationsWorkflow.runAsStep({
        input: transform({ fresh }, ({ fresh }) => ({ locations: fresh.map(locationOf) })),
      });
      const places = transform({ fresh, locations }, placesOf);
      const channels = transform({ places, input }, ({ places, input }) =>
        places.map(({ location_id }) => ({ id: location_id, add: [input.sales_channel_id] })),
      );
      linkChannelsStep(channels);
      const ids = transform({ fresh }, ({ fresh }) => fresh.map((p) => p.producer_id));
      const zones = createZonesStep(ids);
      createRemoteLinkStep(transform({ places, zones }, placeLinks)).config({
        name: "link-places",
      });
      const options = createShippingOptionsWorkflow.runAsStep({
        input: transform({ zones, input }, optionsOf),
      });
      createRemoteLinkStep(transform({ zones, options }, optionLinks)).config({
        name: "link-options",
      });
      return places;
    });
    return new WorkflowResponse(transform({ made }, ({ made }) => made ?? []));
  },
);

type Zone = { producer_id: string; set_id: string; zone_id: string };
type Place = { producer_id: string; location_id: string };

function locationOf(producer: ProducerPlace) {
  const commune = communeByCode(producer.commune_code)?.name ?? producer.commune_code;
  return {
    name: producer.name,
    address: {
      address_1: producer.street ?? commune,
      city: commune,
      province: provinceByCode(producer.province_code)?.full_name_vi ?? producer.province_code,
      country_code: "vn",
    },
    metadata: { producer_id: producer.producer_id },
  };
}

function placesOf({
  locations,
}: {
  locations: { id: string; metadata?: Record<string, unknown> | null }[];
}): Place[] {
  return locations.map(({ id, metadata }) => ({
    location_id: id,
    producer_id: String(metadata?.producer_id),
  }));
}

function placeLinks({ places, zones }: { places: Place[]; zones: Zone[] }) {
  return places.flatMap(({ producer_id, location_id }) => {
    const set_id = zones.find((zone) => zone.producer_id === producer_id)?.set_id;
    const place = { [Modules.STOCK_LOCATION]: { stock_location_id: location_id } };
    return [
      { [PRODUCER_MODULE]: { producer_id }, ...place },
      { ...place, [Modules.FULFILLMENT]: { fulfillment_set_id: set_id } },
      { ...place, [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER_ID } },
    ];
  });
}

function optionsOf({ zones, input }: { zones: Zone[]; input: CreateProducerShippingInput }) {
  return zones.flatMap(({ zone_id, producer_id }) =>
    Object.values(TARIFFS).map((tariff) => ({
      name: DELIVERY_NAMES[tariff.speed].vi,
      service_zone_id: zone_id,
      shipping_profile_id: input.shipping_profile_id,
      provider_id: PROVIDER_ID,
      type: {
        label: DELIVERY_NAMES[tariff.speed].vi,
        description: DELIVERY_NAMES[tariff.speed].en,
        code: tariff.speed,
      },
      price_type: "flat" as const,
      prices: [{ currency_code: "vnd", amount: tariff.base_vnd }],
      data: { ...tariff, producer_id },
    })),
  );
}

function optionLinks({
  options,
}: {
  zones: Zone[];
  options: { id: string; data?: Record<string, unknown> | null }[];
}) {
  return options.map(({ id, data }) => ({
    [PRODUCER_MODULE]: { producer_id: String(data?.producer_id) },
    [Modules.FULFILLMENT]: { shipping_option_id: id },
  }));
}
