import { formatVnd } from "@cho-lang/shared/money";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { sendMailWorkflow } from "../mail/send-mail";
import { purchaseService } from "./claim";
import { purchasePlacedMail } from "./purchase-mail";
import { purchaseLink } from "./signature";

/** Writes the one mail of a purchase; null when it is not placed or was announced before. */
const composeMailStep = createStep("compose-mail", async (id: string, { container }) => {
  const service = purchaseService(container);
  const purchase = await service.findPurchase(id);
  if (purchase?.status !== "placed" || purchase.announced_at) return new StepResponse(null);
  const orders = await service.listOrders({ purchase_ids: [id] });
  const lines = await service.listLines(orders.map(({ order_id }) => order_id));
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "producer",
    fields: ["id", "name"],
    filters: { id: orders.map(({ producer_id }) => producer_id) },
  })) as unknown as { data: { id: string; name: string }[] };
  const { lang } = purchase;
  const text = purchasePlacedMail({
    language: lang,
    number: purchase.number,
    link: purchaseLink(id, lang),
    total: formatVnd(purchase.total_vnd, lang),
    parcels: orders.map((order) => ({
      number: order.number,
      producer: data.find((row) => row.id === order.producer_id)?.name ?? "",
      due: formatVnd(order.due_vnd, lang),
      lines: lines
        .filter(({ order_id }) => order_id === order.order_id)
        .map((line) => ({
          quantity: line.quantity,
          title: lang === "en" ? line.title_en : line.title_vi,
          total: formatVnd(line.total_vnd, lang),
        })),
    })),
  });
  return new StepResponse({
    to: purchase.email,
    template: "purchase-placed",
    text,
    key: `purchase-placed:${id}`,
    about: { type: "purchase", id },
  });
});

const markAnnouncedStep = createStep("mark-announced", async (id: string, { container }) => {
  await purchaseService(container).markAnnounced(id);
  return new StepResponse(id);
});

/**
 * Tells the buyer about a purchase: one mail, however many orders it has. A crash between the mail
 * and the mark is harmless, because the mail's key lets a second one pass unsent.
 */
export const announcePurchaseWorkflow = createWorkflow(
  "announce-purchase",
  (input: { id: string }) => {
    const id = transform({ input }, ({ input }) => input.id);
    const mail = composeMailStep(id);
    when("there-is-news", { mail }, ({ mail }) => mail !== null).then(() => {
      sendMailWorkflow.runAsStep({
        input: transform({ mail }, ({ mail }) => mail as NonNullable<typeof mail>),
      });
      markAnnouncedStep(id);
    });
    return new WorkflowResponse(id);
  },
);
