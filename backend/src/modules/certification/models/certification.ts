import { CERTIFICATION_STATUSES } from "@cho-lang/shared/domain/certification";
import { model } from "@medusajs/framework/utils";
import { CertificationEvent } from "./certification-event";

/**
 * The OCOP certificate of one product. `status` is what people decided; whether it is in force is
 * computed from the dates on each read, never stored. Dates are local dates in Vietnam.
 */
export const Certification = model
  .define("certification", {
    id: model.id({ prefix: "cert" }).primaryKey(),
    product_id: model.text().index(),
    producer_id: model.text().index(),
    product_title: model.text(),
    stars: model.number(),
    decision_number: model.text(),
    /** The number in lower case without diacritics, for looking it up as people type it. */
    decision_folded: model.text().index(),
    decided_on: model.text(),
    expires_on: model.text(),
    issuer_level: model.enum(["district", "province", "ministry"]),
    issuer_name: model.text(),
    province_code: model.text().index(),
    status: model.enum([...CERTIFICATION_STATUSES]).default("submitted"),
    rejected_reason: model.text().nullable(),
    revoked_on: model.text().nullable(),
    revoked_reason: model.text().nullable(),
    is_demo: model.boolean().default(false),
    events: model.hasMany(() => CertificationEvent, { mappedBy: "certification" }),
  })
  .checks([
    {
      name: "CK_certification_stars",
      expression: (columns) => `${columns.stars} between 3 and 5`,
    },
    {
      name: "CK_certification_dates",
      expression: (columns) => `${columns.decided_on} < ${columns.expires_on}`,
    },
    {
      name: "CK_certification_revoked",
      expression: (columns) =>
        `(${columns.status} = 'revoked') = (${columns.revoked_on} is not null)`,
    },
  ])
  .indexes([
    {
      name: "IDX_certification_decision_once",
      on: ["product_id", "decision_number"],
      unique: true,
      where: "status <> 'rejected' and deleted_at is null",
    },
  ])
  .cascades({ delete: ["events"] });
