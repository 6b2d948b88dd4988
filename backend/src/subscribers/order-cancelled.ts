import { CANCEL_REASONS, cancelReasonLabel } from "@cho-lang/shared/domain/purchase";
import type { Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { orderCancelledMail } from "../workflows/mail/mail-texts";
import { orderMailFacts } from "../workflows/mail/order-mail-facts";
import { sendMailWorkflow } from "../workflows/mail/send-mail";
import { isCalledOffByRequest } from "../workflows/refund-request/called-off";

/**
 * Tells the buyer, once, that one producer's part is cancelled and that the rest is not. Whoever
 * asked for it is told by the mail of the request.
 */
export default async function orderCancelled({ event, container }: SubscriberArgs<{ id: string }>) {
  const found = await orderMailFacts(container, event.data.id);
  if (!found?.order.cancelled_at) return;
  if (await isCalledOffByRequest(container, event.data.id)) return;
  const { order, facts, email, orderCount } = found;
  await sendMailWorkflow(container).run({
    input: {
      to: email,
      template: "order-cancelled",
      text: orderCancelledMail({
        ...facts,
        reason: reasonText(order.cancel_reason, facts.language),
        note: order.cancel_note ?? "",
        hasOthers: orderCount > 1,
        has_parcel: order.has_parcel,
        refunded: order.refunded_vnd > 0 ? formatVnd(order.refunded_vnd, facts.language) : "",
      }),
      key: `order-cancelled:${order.order_id}`,
      about: { type: "order", id: order.order_id },
    },
  });
}

function reasonText(code: string | null, language: Language): string {
  const reason = CANCEL_REASONS.find((known) => known === code);
  if (reason) return cancelReasonLabel(reason, language);
  return language === "vi" ? "Lý do khác" : "Another reason";
}

// Medusa's own event: it is there for the producer's cancellation and for an operator's.
export const config: SubscriberConfig = { event: "order.canceled" };
