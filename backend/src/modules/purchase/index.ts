import { Module } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import PurchaseModuleService from "./service";

export const PURCHASE_MODULE = "purchase";

export { randomId, randomNumber } from "./ids";
export { leaseMs } from "./lease";
export * from "./refunds";
export * from "./rules";

export default {
  ...Module(PURCHASE_MODULE, { service: PurchaseModuleService }),
  ...sqlMigrations("purchase", migrations),
};
