import type { MedusaContainer } from "@medusajs/framework/types";
import { REFUND_REQUEST_MODULE } from "../../modules/refund-request";
import type RefundRequestModuleService from "../../modules/refund-request/service";

export function refundRequestService(container: MedusaContainer): RefundRequestModuleService {
  return container.resolve(REFUND_REQUEST_MODULE) as RefundRequestModuleService;
}
