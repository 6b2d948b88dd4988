import { isPrepaid } from "@cho-lang/shared/domain/payment";
import type { Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { parcelDue } from "../../modules/purchase";
import type { OrderLineSnapshot, PurchaseOrder } from "../../modules/purchase/service";
import { loadOrderVisits, type OrderVisit } from "../booking/load-order-visits";
import { partyWords, startWords } from "../booking/party-words";
import { ticketLink } from "../booking/ticket-link";
import { sendMailWorkflow } from "../mail/send-mail";
import { purchaseService } from "./claim";
import { type PurchaseMailFacts, purchasePlacedMail } from "./purchase-mail";
import { purchaseLink } from "./signature";

/** Writes the one mail of a purchase; null when it is not placed or was announced before. */
const composeMailStep = createStep("compose-mail", async (id: string, { container }) => {
  const service = purchaseService(container);
  const purchase = await service.findPurchase(id);
  if (purchase?.status !== "placed" || purchase.announced_at) return new StepResponse(null);
  const orders = await service.listOrders({ purchase_ids: [id] });
  const order_ids = orders.map(({ order_id }) => order_id);
  const [lines, visits, names] = await Promise.all([
    service.listLines(order_ids),
    loadOrderVisits(container, order_ids),
    producerNames(container, orders),
  ]);
  const { lang } = purchase;
  const text = purchasePlacedMail({
    language: lang,
    number: purchase.number,
    link: purchaseLink(id, lang),
    total: formatVnd(purchase.total_vnd, lang),
    is_paid: isPrepaid(purchase.payment),
    orders: orders.map((order) => {
      const own = lines.filter(({ order_id }) => order_id === order.order_id);
      return orderFacts(order, {
        lang,
        lines: own,
        visits,
        producer: names.get(order.producer_id),
      });
    }),
  });
  return new StepResponse({
    to: purchase.email,
    template: "purchase-placed",
    text,
    key: `purchase-placed:${id}`,
    about: { type: "purchase", id },
  });
});

function orderFacts(
  order: PurchaseOrder,
  more: {
    lang: Language;
    lines: OrderLineSnapshot[];
    visits: Map<string, OrderVisit>;
    producer: string | undefined;
  },
): PurchaseMailFacts["orders"][number] {
  const { lang, lines, visits } = more;
  const title = (line: OrderLineSnapshot) => (lang === "en" ? line.title_en : line.title_vi);
  const atDoor = Math.min(order.due_vnd, parcelDue(order));
  return {
    number: order.number,
    producer: more.producer ?? "",
    due: order.has_parcel ? formatVnd(atDoor, lang) : null,
    lines: lines
      .filter(({ line_item_id }) => !visits.has(line_item_id))
      .map((line) => ({
        quantity: line.quantity,
        title: title(line),
        total: formatVnd(line.total_vnd, lang),
      })),
    visits: lines.flatMap((line) => {
      const visit = visits.get(line.line_item_id);
      return visit
        ? [visitFacts(visit, { title: title(line), total_vnd: line.total_vnd, lang })]
        : [];
    }),
    visits_due: order.visits_vnd > 0 ? formatVnd(order.due_vnd - atDoor, lang) : null,
  };
}

function visitFacts(
  { booking, option }: OrderVisit,
  line: { title: string; total_vnd: number; lang: Language },
): PurchaseMailFacts["orders"][number]["visits"][number] {
  const { lang } = line;
  return {
    title: line.title,
    start: startWords(booking.departure.starts_at, lang),
    party: partyWords(booking.party, lang),
    meeting_point: (lang === "en" ? option?.meeting_point_en : option?.meeting_point_vi) ?? "",
    total: formatVnd(line.total_vnd, lang),
    ticket: ticketLink(booking.uuid, lang),
  };
}

async function producerNames(
  container: MedusaContainer,
  orders: PurchaseOrder[],
): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "producer",
    fields: ["id", "name"],
    filters: { id: orders.map(({ producer_id }) => producer_id) },
  })) as unknown as { data: { id: string; name: string }[] };
  return new Map(data.map(({ id, name }) => [id, name]));
}

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
