import type { MedusaContainer } from "@medusajs/framework/types";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../../booking/booking-service";
import { type Claim, noteFailure, purchaseService } from "../claim";

/**
 * The last write: from here on the purchase exists and nothing is undone. Answers what is to be
 * announced; a purchase that was placed but never announced (a crash in between) is told again. One
 * that awaits its money stays so; its buyer is told once how to pay.
 */
export const placePurchaseStep = createStep(
  "place-purchase",
  async (claim: Claim, { container }) => {
    const service = purchaseService(container);
    if (claim.token) {
      const placed = await place(claim, container);
      if (!placed) throw new Error(`The lease of ${claim.purchase_id} was lost before placing.`);
    }
    const purchase = await service.findPurchase(claim.purchase_id);
    const orders = await service.listOrders({ purchase_ids: [claim.purchase_id] });
    const order_ids = orders.map(({ order_id }) => order_id);
    const bookings = claim.token ? await bookingService(container).listBookings({ order_ids }) : [];
    const isPlaced = purchase?.status === "placed";
    const is_news = isPlaced && (claim.token !== null || purchase.announced_at === null);
    const is_question = purchase?.status === "awaiting" && !claim.is_resumed;
    return new StepResponse({
      purchase_id: claim.purchase_id,
      status: isPlaced ? ("placed" as const) : ("awaiting" as const),
      ask: is_question ? [{ id: claim.purchase_id }] : [],
      announce: is_news ? [{ id: claim.purchase_id }] : [],
      orders: claim.token ? order_ids.map((id) => ({ id })) : [],
      bookings: bookings.map(({ uuid }) => ({ id: uuid })),
    });
  },
);

async function place(claim: Claim, container: MedusaContainer): Promise<boolean> {
  try {
    const { purchase_id, token } = claim;
    return await purchaseService(container).markPlaced(purchase_id, token ?? "", new Date());
  } catch (error) {
    await noteFailure(claim, error, container);
    throw error;
  }
}
