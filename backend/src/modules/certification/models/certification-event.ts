import { model } from "@medusajs/framework/utils";
import { CERTIFICATION_EVENT_KINDS } from "../rules";
import { Certification } from "./certification";

/**
 * The history of a certificate: who decided what and why. Each kind happens at most once to a
 * certificate, and the unique index is the fence behind the row lock.
 */
export const CertificationEvent = model
  .define("certification_event", {
    id: model.id({ prefix: "certev" }).primaryKey(),
    kind: model.enum([...CERTIFICATION_EVENT_KINDS]),
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
