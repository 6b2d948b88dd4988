import { todayInVietnam } from "@cho-lang/shared/calendar";
import { isProducerOpenOn } from "@cho-lang/shared/domain/producer";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import { refuseClosedCart } from "../../checkout/closed-cart";
import { loadOffers, type Offer } from "../../checkout/load-offers";
import { problemMessage } from "../../checkout/problem";
import { bookingService } from "../booking-service";

/** What the cart's line says of a tour. */
export type TourLine = {
  product_id: string;
  variant_id: string;
  handle: string;
  title: string;
  thumbnail: string | null;
  starts_at: Date;
};

/**
 * The tour of a departure, for a cart that is still open and a host who receives guests now.
 * Refuses `cart_completed` and `producer_closed`; 404 for an unknown cart or departure.
 */
export const findTourStep = createStep(
  "find-tour",
  async (wanted: { cart_id: string; departure_id: string }, { container }) => {
    const [cart] = await container
      .resolve(Modules.CART)
      .listCarts({ id: wanted.cart_id }, { select: ["id", "completed_at"] });
    if (!cart) notFound("The cart");
    await refuseClosedCart(container, wanted.cart_id);
    const service = bookingService(container);
    const departure = await service.findDeparture(wanted.departure_id);
    if (!departure) notFound("The departure");
    const [option] = await service.listOptions({ option_ids: [departure.option_id] });
    const offer = option && (await tourOffer(container, option.product_id));
    if (!offer?.producer) notFound("The departure");
    if (!isProducerOpenOn(offer.producer, todayInVietnam(new Date()))) {
      refuse("producer_closed", problemMessage("producer_closed", null));
    }
    return new StepResponse<TourLine>({
      product_id: offer.product_id,
      variant_id: offer.variant_id,
      handle: offer.handle,
      title: offer.title.vi,
      thumbnail: offer.picture?.src ?? null,
      starts_at: departure.starts_at,
    });
  },
);

/** The one variant that stands for a tour in a cart; null when the tour is not published. */
async function tourOffer(container: MedusaContainer, product_id: string): Promise<Offer | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "product",
    fields: ["variants.id", "variants.variant_rank"],
    filters: { id: product_id },
  })) as unknown as { data: { variants?: { id: string; variant_rank: number | null }[] }[] };
  const [first] = (data[0]?.variants ?? []).sort(
    (a, b) => (a.variant_rank ?? 0) - (b.variant_rank ?? 0),
  );
  if (!first) return null;
  const offer = (await loadOffers(container, [first.id])).get(first.id);
  return offer?.is_published && offer.kind === "tour" ? offer : null;
}
