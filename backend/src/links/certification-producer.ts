import { defineLink } from "@medusajs/framework/utils";
import CertificationModule from "../modules/certification";
import ProducerModule from "../modules/producer";

/** Whom a certificate was given to, by its own column. */
export default defineLink(
  { linkable: CertificationModule.linkable.certification, field: "producer_id" },
  ProducerModule.linkable.producer,
  { readOnly: true },
);
