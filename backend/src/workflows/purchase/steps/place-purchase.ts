import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../../booking/booking-service";
import { type Claim, purchaseService } from "../claim";

/**
 * The last write: from here on the purchase exists and nothing is undone. Answers what is to be
 * announced; a purchase that was placed but never announced (a crash in between) is told again.
 */
export const placePurchaseStep = createStep(
  "place-purchase",
  async (claim: Claim, { container }) => {
    const service = purchaseService(container);
    if (claim.token) {
      const placed = await service.markPlaced(claim.purchase_id, claim.token, new Date());
      if (!placed) throw new Error(`The lease of ${claim.purchase_id} was lost before placing.`);
    }
    const purchase = await service.findPurchase(claim.purchase_id);
    const orders = await service.listOrders({ purchase_ids: [claim.purchase_id] });
    const order_ids = orders.map(({ order_id }) => order_id);
    const bookings = claim.token ? await bookingService(container).listBookings({ order_ids }) : [];
    const is_news = claim.token !== null || purchase?.announced_at === null;
    return new StepResponse({
      purchase_id: claim.purchase_id,
      announce: is_news ? [{ id: claim.purchase_id }] : [],
      orders: claim.token ? order_ids.map((id) => ({ id })) : [],
      bookings: bookings.map(({ uuid }) => ({ id: uuid })),
    });
  },
);
