import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../booking-service";

/** What the order's own payment still has to be told of one visit's cash. */
export interface VisitCash {
  payment_id: string;
  /**
   * Signs the capture, so that a repeat knows it and the parcel's cash is told apart from it: one
   * visit has one at most.
   */
  captured_by: string;
  /** Collected and not captured yet; 0 when there is nothing to do. */
  capture_vnd: number;
  /** A capture of cash that the host does not have after all. */
  mistaken_capture_id: string | null;
}

/**
 * Reads the payment of a visit's order afresh, so that a repeat finishes what a crash left. Of a
 * cancelled order there is nothing to tell: Medusa has given back what was captured.
 */
export const readVisitCashStep = createStep(
  "read-visit-cash",
  async (input: { order_id: string; uuid: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const [booking, { data }] = await Promise.all([
      bookingService(container).findBooking(input.uuid),
      query.graph({
        entity: "order",
        fields: [
          "id",
          "status",
          "payment_collections.payments.id",
          "payment_collections.payments.canceled_at",
          "payment_collections.payments.captures.id",
          "payment_collections.payments.captures.created_by",
        ],
        filters: { id: input.order_id },
      }),
    ]);
    const [order] = data as unknown as OrderShape[];
    const payments = (order?.payment_collections ?? []).flatMap((one) => one.payments ?? []);
    const payment = payments.find(({ canceled_at }) => !canceled_at);
    const captured_by = `visit:${input.uuid}`;
    if (order?.status === "canceled") {
      const nothing = { payment_id: "", captured_by, capture_vnd: 0, mistaken_capture_id: null };
      return new StepResponse<VisitCash>(nothing);
    }
    const collected_vnd = booking?.collected_vnd ?? 0;
    if (!payment && collected_vnd > 0) {
      throw new Error(`Order ${input.order_id} has no payment for the cash of its visit.`);
    }
    const capture = payment?.captures?.find(({ created_by }) => created_by === captured_by);
    return new StepResponse<VisitCash>({
      payment_id: payment?.id ?? "",
      captured_by,
      capture_vnd: capture ? 0 : collected_vnd,
      mistaken_capture_id: collected_vnd === 0 ? (capture?.id ?? null) : null,
    });
  },
);

type OrderShape = {
  status: string;
  payment_collections?: {
    payments?: {
      id: string;
      canceled_at: string | Date | null;
      captures?: { id: string; created_by: string | null }[];
    }[];
  }[];
};
