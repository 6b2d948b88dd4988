import { model } from "@medusajs/framework/utils";
import { PRODUCER_EVENT_KINDS } from "../rules";
import { Producer } from "./producer";

/** What was decided about a producer, by whom and why. Rows are only added. */
export const ProducerEvent = model.define("producer_event", {
  id: model.id({ prefix: "prdev" }).primaryKey(),
  kind: model.enum([...PRODUCER_EVENT_KINDS]),
  actor_id: model.text(),
  actor_name: model.text(),
  reason: model.text().nullable(),
  /** The member that was decided about; null when it was the shop. */
  member_id: model.text().nullable(),
  producer: model.belongsTo(() => Producer, { mappedBy: "events" }),
});
