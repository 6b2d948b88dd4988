import { formatVnd } from "@cho-lang/shared/money";
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { orderTracking } from "../reports/producer-orders";
import { orderShippedMail } from "../workflows/mail/mail-texts";
import { orderMailFacts } from "../workflows/mail/order-mail-facts";
import { sendMailWorkflow } from "../workflows/mail/send-mail";

/** Tells the buyer, once, that a producer's parcel is on its way and what is to be paid. */
export default async function orderShipped({ event, container }: SubscriberArgs<{ id: string }>) {
  const found = await orderMailFacts(container, event.data.id);
  if (!found) return;
  const { order, facts, email, door_due_vnd } = found;
  const due = door_due_vnd > 0 ? formatVnd(door_due_vnd, facts.language) : "";
  await sendMailWorkflow(container).run({
    input: {
      to: email,
      template: "order-shipped",
      text: orderShippedMail({ ...facts, tracking: await orderTracking(order.order_id), due }),
      key: `order-shipped:${order.order_id}`,
      about: { type: "order", id: order.order_id },
    },
  });
}

export const config: SubscriberConfig = { event: "order.shipped" };
