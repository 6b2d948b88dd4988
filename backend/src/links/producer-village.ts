import { defineLink } from "@medusajs/framework/utils";
import ProducerModule from "../modules/producer";
import VillageModule from "../modules/village";

/** The village that a producer works in, by its own column. */
export default defineLink(
  { linkable: ProducerModule.linkable.producer, field: "village_id" },
  VillageModule.linkable.village,
  { readOnly: true },
);
