import { refuseReasonLabel } from "@cho-lang/shared/domain/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { findRefund, parcelRefundKey } from "../modules/purchase";
import { OrderEvents } from "../workflows/events";
import { orderReturnedMail } from "../workflows/mail/mail-texts";
import { orderMailFacts } from "../workflows/mail/order-mail-facts";
import { sendMailWorkflow } from "../workflows/mail/send-mail";

/** Tells the buyer, once, what goes back of a refused parcel; nothing when nothing was paid. */
export default async function orderReturned({ event, container }: SubscriberArgs<{ id: string }>) {
  const [found, refund] = await Promise.all([
    orderMailFacts(container, event.data.id),
    findRefund(parcelRefundKey(event.data.id)),
  ]);
  if (!found?.order.returned_at || !refund || refund.amount_vnd === 0) return;
  const { order, facts, email } = found;
  await sendMailWorkflow(container).run({
    input: {
      to: email,
      template: "order-returned",
      text: orderReturnedMail({
        ...facts,
        reason: refuseReasonLabel(order.refuse_reason ?? "other", facts.language),
        refunded: formatVnd(refund.amount_vnd, facts.language),
      }),
      key: `order-returned:${order.order_id}`,
      about: { type: "order", id: order.order_id },
    },
  });
}

export const config: SubscriberConfig = { event: OrderEvents.RETURNED };
