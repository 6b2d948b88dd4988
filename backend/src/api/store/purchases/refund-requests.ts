import type { OrderRefundRequests } from "@cho-lang/shared/contracts/refund-request";
import type { Language } from "@cho-lang/shared/language";
import type { MedusaContainer } from "@medusajs/framework/types";
import type { Purchase } from "../../../modules/purchase/service";
import { requestsOfOrder } from "../../../reports/refund-requests";
import { type LoadedChoice, loadChoice } from "../../../workflows/refund-request/load-choice";
import { requestView } from "../../refund-requests/view";
import { loadMakers } from "./view";

/** What a buyer can ask about one order of a purchase, and what was asked; 404 for another's. */
export async function loadRefundRequests(
  container: MedusaContainer,
  of: { purchase: Purchase; order_number: string },
  lang: Language,
): Promise<OrderRefundRequests> {
  const loaded = await loadChoice(container, of, new Date());
  const { order } = loaded;
  const [requests, makers] = await Promise.all([
    requestsOfOrder(order.order_id),
    loadMakers(container, [order.producer_id]),
  ]);
  return {
    choice: choiceView(loaded, makers[0]?.name ?? "", lang),
    requests: requests.map((request) => requestView(request, lang)),
  };
}

function choiceView(
  { order, facts, choice, snapshots, needs_payee }: LoadedChoice,
  producer: string,
  lang: Language,
): OrderRefundRequests["choice"] {
  return {
    order: {
      id: order.order_id,
      number: order.number,
      producer,
      progress: facts.progress,
      shipping_vnd: order.shipping_vnd,
      collected_vnd: order.collected_vnd,
    },
    closed: choice.closed,
    until: choice.until?.toISOString() ?? null,
    reasons: choice.closed === "nothing_fits" ? [] : choice.reasons,
    is_whole: choice.is_whole,
    needs_payee,
    lines: choice.lines.flatMap((line) => {
      const bought = snapshots.find(({ line_item_id }) => line_item_id === line.id);
      if (!bought) return [];
      const { picture } = bought;
      return [
        {
          ...line,
          title: bought[`title_${lang}`],
          unit: line.is_visit ? "" : bought[`unit_${lang}`],
          picture: picture && {
            url: picture.src,
            width: picture.width,
            height: picture.height,
            alt: picture[`alt_${lang}`],
          },
        },
      ];
    }),
    by_rules_vnd: choice.by_rules_vnd,
  };
}
