import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { LineProblem } from "@cho-lang/shared/contracts/checkout";
import { isPrepaid } from "@cho-lang/shared/domain/payment";
import { refuse } from "../../../lib/errors";
import type { OrderLineSnapshot } from "../../../modules/purchase/service";
import { loadOffers, type Offer } from "../../checkout/load-offers";
import { loadVisits, type Visit } from "../../checkout/load-visits";
import { problemMessage, problemOf, visitProblemOf } from "../../checkout/problem";
import { type Deed, purchaseService } from "../claim";

/**
 * Between promise and money up to half an hour has passed: looks again whether each line may be sold.
 * A certificate that was shown and is in force no longer counts as a loss. With cash on delivery the
 * plan has just looked. Stock and seats were kept meanwhile and are not asked again.
 */
export const checkLines: Deed = {
  name: "check-lines",
  async run({ purchase, plan, container }) {
    if (!isPrepaid(purchase.payment)) return;
    const lines = await purchaseService(container).listLines(plan.map((part) => part.order_id));
    const [offers, visits] = await Promise.all([
      loadOffers(container, [...new Set(lines.map(({ variant_id }) => variant_id))]),
      loadVisits(container, purchase.cart_id),
    ]);
    const lost = lines.flatMap((line) => {
      const visit = visits.get(line.cart_line_id);
      const problem = lossOf(line, offers.get(line.variant_id), visit);
      return problem ? [{ line, problem }] : [];
    });
    if (lost.length === 0) return;
    const sentences = lost.map(
      ({ line, problem }) => `${line.title_vi}: ${problemMessage(problem, null)}`,
    );
    refuse("lines_not_available", sentences.join("; "), {
      lines: lost.map(({ line, problem }) => ({ line_id: line.cart_line_id, problem })),
    });
  },
  async undo() {},
};

function lossOf(
  line: OrderLineSnapshot,
  offer: Offer | undefined,
  visit: Visit | undefined,
): LineProblem | null {
  if (line.certificate_id !== null && !offer?.certificate) return "not_for_sale";
  const now = new Date();
  const today = todayInVietnam(now);
  if (!visit) return problemOf(offer && { ...offer, stock: null }, line.quantity, today);
  const { booking, departure } = visit;
  // An attempt that crashed behind the confirmation has let the guests in already.
  if (booking.status === "CONFIRMED" || booking.status === "REDEEMED") return null;
  const bought = { quantity: line.quantity, unit_price: line.price_vnd, total: line.total_vnd };
  return visitProblemOf(offer, bought, { ...booking, departure }, { now, today });
}
