import { LEGAL_FORMS, PRODUCER_STATUSES } from "@cho-lang/shared/domain/producer";
import { model } from "@medusajs/framework/utils";
import { ProducerEvent } from "./producer-event";
import { ProducerMember } from "./producer-member";

/**
 * A certified maker and the state of its shop. Closure days are local dates in Vietnam, both ends
 * closed; `village_id` points into the village module and is plain so that lists can filter by it.
 */
export const Producer = model
  .define("producer", {
    id: model.id({ prefix: "prdcr" }).primaryKey(),
    handle: model.text().unique(),
    name: model.text().searchable(),
    legal_form: model.enum([...LEGAL_FORMS]),
    registration_number: model.text().nullable(),
    phone: model.text().nullable(),
    email: model.text().nullable(),
    street: model.text().nullable(),
    commune_code: model.text(),
    province_code: model.text().index(),
    story: model.text().translatable(),
    picture_url: model.text().nullable(),
    picture_width: model.number().nullable(),
    picture_height: model.number().nullable(),
    picture_alt: model.text().translatable().nullable(),
    status: model.enum([...PRODUCER_STATUSES]).default("pending"),
    closed_from: model.text().nullable(),
    closed_until: model.text().nullable(),
    village_id: model.text().index().nullable(),
    is_demo: model.boolean().default(false),
    members: model.hasMany(() => ProducerMember, { mappedBy: "producer" }),
    events: model.hasMany(() => ProducerEvent, { mappedBy: "producer" }),
  })
  .cascades({ delete: ["members", "events"] });
