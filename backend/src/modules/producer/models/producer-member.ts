import { MEMBER_ROLES } from "@cho-lang/shared/domain/producer";
import { model } from "@medusajs/framework/utils";
import { MEMBER_STATUSES } from "../rules";
import { Producer } from "./producer";

/**
 * A person who may act for a producer. The id is the actor of the portal: the auth identity keeps
 * it as `app_metadata.producer_id`. E-mail is stored in lower case and unique over all producers.
 */
export const ProducerMember = model.define("producer_member", {
  id: model.id({ prefix: "prmem" }).primaryKey(),
  name: model.text(),
  email: model.text().unique(),
  role: model.enum([...MEMBER_ROLES]),
  status: model.enum([...MEMBER_STATUSES]).default("active"),
  producer: model.belongsTo(() => Producer, { mappedBy: "members" }),
});
