import { isPrepaid } from "@cho-lang/shared/domain/payment";
import type { Deed } from "../claim";
import { abandonCash, authorise, masterOf } from "../payments";

/** The master's payment is authorised once; its orders' parts are opened after it. */
export const authorisePurchase: Deed = {
  name: "authorise-purchase",
  async run(making) {
    const { purchase, plan } = making;
    const sum = plan.reduce((total, { total_vnd }) => total + total_vnd, 0);
    if (sum !== purchase.total_vnd) {
      throw new Error(`${purchase.id}: orders total ${sum}, the purchase ${purchase.total_vnd}.`);
    }
    const payment = await authorise(making, masterOf(making));
    if (Number(payment.amount) !== purchase.total_vnd) {
      throw new Error(`${purchase.id}: ${payment.amount} paid, ${purchase.total_vnd} planned.`);
    }
  },
  /** Money that came is not given back because something after it failed. */
  async undo(making) {
    if (isPrepaid(making.purchase.payment)) return;
    await abandonCash(making, [making.purchase.payment_collection_id]);
  },
};
