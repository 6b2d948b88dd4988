import { Module } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import PaymentInboxModuleService from "./service";

export const PAYMENT_INBOX_MODULE = "payment_inbox";

export type { EventHandler, EventHandlers, Processed } from "./process";
export { HopelessEventError, shownPayload } from "./rules";

export default {
  ...Module(PAYMENT_INBOX_MODULE, { service: PaymentInboxModuleService }),
  ...sqlMigrations("inbox", migrations),
};
