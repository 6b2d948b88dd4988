import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import VietQrProvider from "./service";

export { bankFeed, bankFeedNames } from "./feeds/bank-feed";
export type { BankFeed, WebhookFault, WebhookHeaders } from "./feeds/feed";
export { isPayerKnown } from "./payer";
export { markRefundSent, namePayee, oweCash } from "./refunds";
export { findRequest } from "./requests";
export { notImported, previewStatement, type StatementPreview } from "./statement/preview";
export { readStatement, type SkipReason, type Statement } from "./statement/read";
export { type Decision, keepSuspense, payFromSuspense, sendBackSuspense } from "./suspense";
export {
  type BankAccount,
  type BankTransfer,
  type Outcome,
  recordTransfers,
} from "./transfers";

/** A provider of the Payment Module; its migrations run with the module's own. */
export default {
  ...ModuleProvider(Modules.PAYMENT, { services: [VietQrProvider] }),
  ...sqlMigrations("vietqr", migrations),
};
