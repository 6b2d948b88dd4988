import { Module } from "@medusajs/framework/utils";
import { sqlMigrations } from "../../lib/migrate";
import { migrations } from "./migrations";
import BookingModuleService from "./service";

export const BOOKING_MODULE = "booking";

export { newCode } from "./ids";
export { addressHash } from "./rules";

export default {
  ...Module(BOOKING_MODULE, { service: BookingModuleService }),
  ...sqlMigrations("booking", migrations),
};
