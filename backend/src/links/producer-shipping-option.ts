import { defineLink } from "@medusajs/framework/utils";
import FulfillmentModule from "@medusajs/medusa/fulfillment";
import ProducerModule from "../modules/producer";

/** A shipping option belongs to one producer, so that each parcel has its own price. */
export default defineLink(ProducerModule.linkable.producer, {
  linkable: FulfillmentModule.linkable.shippingOption,
  isList: true,
});
