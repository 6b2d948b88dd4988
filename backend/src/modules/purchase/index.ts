import { Module } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import PurchaseModuleService from "./service";

export const PURCHASE_MODULE = "purchase";

export { markCalledOff } from "./call-off";
export {
  type CashDecision,
  findCashDifference,
  reopenDifference,
  resolveDifference,
} from "./cash";
export { listHalfReturned } from "./half-returned";
export { randomId, randomNumber } from "./ids";
export { setInvoice } from "./invoice";
export { leaseMs } from "./lease";
export * from "./refunds";
export * from "./rules";

export default {
  ...Module(PURCHASE_MODULE, { service: PurchaseModuleService }),
  ...sqlMigrations("purchase", migrations),
};
