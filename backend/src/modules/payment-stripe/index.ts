import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import StripePaymentProvider from "./service";

export { takenIntents } from "./books";
export { noteDispute, noteRefunds, readIntent, returnStray } from "./facts";
export { closeLeftOpen, noteLeftOpen, selectLeftOpen } from "./left-open";
export { selectDisputes, selectRefundDifferences } from "./queries";
export { holdsMoney, type Standing, standingOf } from "./rules";
export { verifyEvent } from "./webhook";

/** Cards, offered when STRIPE_* is set; the tables are made then too. */
export default {
  ...ModuleProvider(Modules.PAYMENT, { services: [StripePaymentProvider] }),
  ...sqlMigrations("stripe", migrations),
};
