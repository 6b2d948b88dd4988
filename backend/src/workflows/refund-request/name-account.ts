import type { MedusaContainer } from "@medusajs/framework/types";
import { namePayee } from "../../modules/payment-vietqr";
import type { RefundRequest } from "../../modules/refund-request/service";
import { purchaseService } from "../purchase/claim";
import { findCollection, paymentService } from "../purchase/payments";

/** The account that the buyer named, or null where money goes back the way it came. */
export function accountOf(request: RefundRequest) {
  const { payee_bank_bin: bank_bin, payee_account: account_number, payee_name } = request;
  if (!bank_bin || !account_number) return null;
  return { bank_bin, account_number, name: payee_name ?? "" };
}

/**
 * Says where the transfers of a request's order go, as far as nobody knows it yet: an order that is
 * called off is refunded by Medusa, which knows of no account. Repeats are harmless.
 */
export async function nameAccountOf(
  container: MedusaContainer,
  request: RefundRequest,
): Promise<void> {
  const account = accountOf(request);
  if (!account) return;
  const service = purchaseService(container);
  const [order] = await service.listOrders({ order_ids: [request.order_id] });
  if (!order) return;
  const payments = paymentService({ container });
  const collection = await findCollection(payments, order.payment_collection_id);
  const refunds = (collection?.payments ?? []).flatMap((payment) => payment.refunds ?? []);
  for (const { id } of refunds) await namePayee(id, account);
}
