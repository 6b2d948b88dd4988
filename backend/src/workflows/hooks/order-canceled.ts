import { StepResponse } from "@medusajs/framework/workflows-sdk";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";
import { PURCHASE_MODULE } from "../../modules/purchase";
import type PurchaseModuleService from "../../modules/purchase/service";
import { bookingService } from "../booking/booking-service";
import { uncancelBookings } from "../booking/uncancel-bookings";
import { requireGivenBack } from "../order/require-given-back";

/**
 * Medusa's cancellation, by whatever way it came, is the producer's order's too: its visits are
 * cancelled, their seats are free, and nothing is due any more. After our own workflow all of this
 * was done before and nothing changes. The undo of a cancellation that failed later gives the seats
 * and the step back. Refuses `visit_already_happened`, `refund_not_made`.
 */
cancelOrderWorkflow.hooks.orderCanceled(
  async ({ order }, { container }) => {
    await requireGivenBack(container, order.id);
    const bookings = bookingService(container);
    const cancelled = await bookings.cancel({
      order_id: order.id,
      actor: "operator",
      reason: "other",
    });
    const purchases = container.resolve<PurchaseModuleService>(PURCHASE_MODULE);
    try {
      const taken = await purchases.takeStep(order.id, "cancel", {
        at: new Date(),
        cancel_reason: "other",
        cancel_note: "",
      });
      return new StepResponse(undefined, { cancelled, before: taken?.before ?? null });
    } catch (error) {
      await uncancelBookings(container, cancelled);
      throw error;
    }
  },
  async (done, { container }) => {
    if (!done) return;
    const { cancelled, before } = done;
    if (before) {
      await container.resolve<PurchaseModuleService>(PURCHASE_MODULE).undoStep(before, "cancel");
    }
    await uncancelBookings(container, cancelled);
  },
);
