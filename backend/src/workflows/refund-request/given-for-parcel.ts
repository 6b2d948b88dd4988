import { sumVnd, type Vnd } from "@cho-lang/shared/money";
import type { MedusaContainer } from "@medusajs/framework/types";
import { refundRequestService } from "./request-service";

/**
 * What a buyer's requests have given back, or are giving back, of the goods of an order, and of them
 * with their carriage. A request that was granted less than it asked for counts for its goods first.
 */
export async function givenForParcel(
  container: MedusaContainer,
  order_id: string,
): Promise<{ goods_vnd: Vnd; all_vnd: Vnd }> {
  const requests = await refundRequestService(container).listOfOrders([order_id]);
  const given = requests
    .filter(({ state }) => state === "paying" || state === "refunded")
    .map(({ granted_vnd, shipping_vnd, lines }) => {
      const goods = sumVnd(lines.flatMap((line) => (line.is_visit ? [] : line.total_vnd)));
      const granted = granted_vnd ?? 0;
      return {
        goods_vnd: Math.min(granted, goods),
        all_vnd: Math.min(granted, goods + shipping_vnd),
      };
    });
  return {
    goods_vnd: sumVnd(given.map(({ goods_vnd }) => goods_vnd)),
    all_vnd: sumVnd(given.map(({ all_vnd }) => all_vnd)),
  };
}
