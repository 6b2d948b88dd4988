import { isPrepaid } from "@cho-lang/shared/domain/payment";
import type { Deed } from "../claim";
import { captureWhole, findCollection, livePayment, paymentService } from "../payments";

/** Takes the money of a prepaid purchase, when all that was bought is certain. Never undone. */
export const captureMaster: Deed = {
  name: "capture-master",
  async run(making) {
    const { purchase } = making;
    if (!isPrepaid(purchase.payment)) return;
    const payments = paymentService(making);
    const payment = livePayment(await findCollection(payments, purchase.payment_collection_id));
    if (!payment) throw new Error(`${purchase.id}: nothing was paid that could be captured.`);
    await captureWhole(payments, payment);
  },
  async undo() {},
};
