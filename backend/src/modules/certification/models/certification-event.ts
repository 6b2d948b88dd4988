import { CERTIFICATION_STATUSES } from "@cho-lang/shared/domain/certification";
import { model } from "@medusajs/framework/utils";
import { Certification } from "./certification";

/**
 * The history of a certificate: who decided what and why; `kind` is the status it led to. Each happens at most once to a
 * certificate, and the unique index is the fence behind the row lock.
 */
export const CertificationEvent = model
  .define("certification_event", {
    id: model.id({ prefix: "certev" }).primaryKey(),
    kind: model.enum([...CERTIFICATION_STATUSES]),
    actor_id: model.text(),
    actor_name: model.text(),
    reason: model.text().nullable(),
    certification: model.belongsTo(() => Certification, { mappedBy: "events" }),
  })
  .indexes([
    {
      name: "IDX_certification_event_once",
      on: ["certification_id", "kind"],
      unique: true,
      where: "deleted_at is null",
    },
  ]);
