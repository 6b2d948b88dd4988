import type { MedusaContainer } from "@medusajs/framework/types";
import { PAYMENT_INBOX_MODULE } from "../../modules/payment-inbox";
import type PaymentInboxModuleService from "../../modules/payment-inbox/service";

export function inboxService(container: MedusaContainer): PaymentInboxModuleService {
  return container.resolve(PAYMENT_INBOX_MODULE) as PaymentInboxModuleService;
}
