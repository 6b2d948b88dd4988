import { Module } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import RefundRequestModuleService from "./service";

export const REFUND_REQUEST_MODULE = "refund_request";

export * from "./amounts";
export * from "./choice";
export { type Picture, readPicture } from "./picture";

export default {
  ...Module(REFUND_REQUEST_MODULE, { service: RefundRequestModuleService }),
  ...sqlMigrations("refund_request", migrations),
};
