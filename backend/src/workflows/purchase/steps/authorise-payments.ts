import { isPrepaid } from "@cho-lang/shared/domain/payment";
import { Modules } from "@medusajs/framework/utils";
import type { OrderPlan } from "../../../modules/purchase/plan";
import type { Deed, Making } from "../claim";
import {
  abandonCash,
  authorise,
  captureWhole,
  findCollection,
  livePayment,
  type Money,
  masterOf,
  openCollection,
  paymentService,
} from "../payments";

/**
 * Gives each order its own collection and payment, so that cancel and refund work one by one. Of a
 * prepaid purchase each is captured with the master, and the order's books say so.
 */
export const openOrderPayments: Deed = {
  name: "open-order-payments",
  async run(making) {
    const { phone, payment } = making.purchase;
    const master = await authorise(making, masterOf(making));
    for (const part of making.plan) {
      const money: Money = {
        collection_id: part.payment_collection_id,
        amount: part.total_vnd,
        data: {
          ...(isPrepaid(payment) ? { ...master.data, is_master: false } : {}),
          phone,
          split_of: master.id,
          order_id: part.order_id,
        },
      };
      // Medusa captures no payment of nothing: a free order among paid ones has none.
      if (isPrepaid(payment) && part.total_vnd === 0) {
        await openCollection(making, money);
        continue;
      }
      await authorise(making, money);
      if (isPrepaid(payment)) await enterPaid(making, part);
    }
  },
  /** Only the notes of the parts go: the money lies at the master. */
  async undo(making) {
    const collectionIds = making.plan.map((part) => part.payment_collection_id);
    if (isPrepaid(making.purchase.payment)) {
      await paymentService(making).deletePaymentCollections(collectionIds);
    } else {
      await abandonCash(making, collectionIds);
    }
  },
};

/** Enters a part's capture in its order's books, once, as Medusa does for captures of its own. */
async function enterPaid(making: Making, part: OrderPlan): Promise<void> {
  const payments = paymentService(making);
  const find = async () => livePayment(await findCollection(payments, part.payment_collection_id));
  const opened = await find();
  if (opened) await captureWhole(payments, opened);
  const captures = (await find())?.captures ?? [];
  const captured_vnd = captures.reduce((sum, { amount }) => sum + Number(amount), 0);
  if (captured_vnd !== part.total_vnd) {
    throw new Error(`${part.order_id}: ${captured_vnd} captured, ${part.total_vnd} planned.`);
  }
  const orders = making.container.resolve(Modules.ORDER);
  for (const { id, amount } of captures) {
    const entry = { order_id: part.order_id, reference: "capture", reference_id: id };
    if ((await orders.listOrderTransactions(entry)).length > 0) continue;
    await orders.addOrderTransactions({ ...entry, amount: Number(amount), currency_code: "vnd" });
  }
}
