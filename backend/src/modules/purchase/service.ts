import { progressOf } from "@cho-lang/shared/domain/order-progress";
import { isPrepaid, type PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { OrderStep } from "@cho-lang/shared/domain/purchase";
import { codRefusal, type OrderProgress, progressAfter } from "@cho-lang/shared/domain/purchase";
import { refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import * as awaiting from "./awaiting-queries";
import { forgetShort, noteShort } from "./cash";
import { leaseMs } from "./lease";
import { takeLooks } from "./looks";
import * as orderQueries from "./order-queries";
import * as queries from "./queries";
import { type StepDetails, stepChange, undoChange } from "./step-changes";
import type {
  NewOrderLineSnapshot,
  NewPurchase,
  NewPurchaseOrder,
  OrderLineSnapshot,
  Purchase,
  PurchaseOrder,
} from "./tables";
import { refuseTooManyUnpaid } from "./unpaid-limits";

export type { OrderLineSnapshot, Purchase, PurchaseOrder };

/** A purchase as it is to be made. */
export type PurchaseDraft = {
  purchase: Omit<NewPurchase, "lease_token" | "lease_until">;
  orders: NewPurchaseOrder[];
  lines: NewOrderLineSnapshot[];
};

/** What a worker finds at the fence of a cart. */
export type FenceState =
  /** No fence, or a failed purchase: plan, then `openFence`. */
  | { state: "free" }
  /** The purchase exists already. */
  | { state: "placed"; purchase: Purchase }
  /** Somebody is at it: wait and look again. */
  | { state: "busy" }
  /** Somebody died over it, or it awaits its money; the lease is now the caller's. */
  | { state: "resumed"; purchase: Purchase };

/** Purchases, their orders (one per producer) and the lines as they were when bought. */
export default class PurchaseModuleService {
  /** Looks at a cart's fence and takes over a lease that ran out. */
  async approachFence(cart_id: string, token: string): Promise<FenceState> {
    return inTransaction((tx) => this.#approach(tx, cart_id, token));
  }

  async #approach(tx: Transaction, cart_id: string, token: string): Promise<FenceState> {
    const existing = await queries.lockPurchaseOfCart(tx, cart_id);
    if (!existing || existing.status === "failed") return { state: "free" };
    if (existing.status === "placed") return { state: "placed", purchase: existing };
    if (!existing.lease_is_free) return { state: "busy" };
    await queries.takeLease(tx, { purchase_id: existing.id, token, ms: leaseMs });
    return { state: "resumed", purchase: existing };
  }

  /**
   * Puts up the fence with the whole plan. `opened` is the caller's alone; every other state means
   * that somebody else was faster. With cash on delivery refuses `cod_ceiling` under a lock on the
   * phone number, with money that is still to come `too_many_unpaid`.
   */
  async openFence(
    draft: PurchaseDraft,
    token: string,
  ): Promise<FenceState | { state: "opened"; purchase_id: string }> {
    const { id, number, ...rest } = draft.purchase;
    return inTransaction(async (tx) => {
      const isCash = !isPrepaid(rest.payment);
      if (isCash) await queries.lockPhone(tx, rest.phone);
      const row = { ...rest, lease_token: token };
      let purchase_id = id;
      if (!(await queries.insertPurchase(tx, { id, number, ...row }, leaseMs))) {
        const state = await this.#approach(tx, rest.cart_id, token);
        if (state.state !== "free") return state;
        const failed = await queries.lockPurchaseOfCart(tx, rest.cart_id);
        if (!failed) return { state: "busy" };
        purchase_id = failed.id;
        await queries.replaceFailedPurchase(tx, purchase_id, row, leaseMs);
        const orders = draft.orders.map((order) => ({
          ...order,
          purchase_id,
          number: `${failed.number}-${order.position}`,
        }));
        await queries.insertOrders(tx, orders, draft.lines);
      } else {
        await queries.insertOrders(tx, draft.orders, draft.lines);
      }
      if (!isCash) {
        await refuseTooManyUnpaid(tx, rest);
        return { state: "opened", purchase_id };
      }
      const owed = { phone: rest.phone, except_cart_id: rest.cart_id };
      const open_vnd = await queries.openCash(tx, owed);
      if (codRefusal({ amount_vnd: rest.total_vnd, open_vnd })) {
        refuse(
          "cod_ceiling",
          "This phone number would owe too much cash on delivery: receive the earlier parcels first, or buy less",
          { fields: [{ field: "payment", code: "cod_ceiling", message: "above the ceiling" }] },
        );
      }
      return { state: "opened", purchase_id };
    });
  }

  /** Cash that a phone number owes, also what is missing of parcels, without one cart's own. */
  async openCash(phone: string, except_cart_id: string): Promise<number> {
    return inTransaction((tx) => queries.openCash(tx, { phone, except_cart_id }));
  }

  /** True while the caller still holds the purchase; false when it must stop and undo nothing. */
  async renewLease(purchase_id: string, token: string): Promise<boolean> {
    return queries.renewLease({ purchase_id, token, ms: leaseMs });
  }

  async markPlaced(purchase_id: string, token: string, at: Date): Promise<boolean> {
    const lease = { purchase_id, token };
    return inTransaction((tx) => queries.closePurchase(tx, lease, { status: "placed", at }));
  }

  async markFailed(purchase_id: string, token: string, failure: string): Promise<boolean> {
    const lease = { purchase_id, token };
    return inTransaction((tx) => queries.closePurchase(tx, lease, { status: "failed", failure }));
  }

  /** Lets a prepaid purchase wait for its money, keeping goods and seats; false without the lease. */
  async markAwaiting(purchase_id: string, token: string): Promise<boolean> {
    return awaiting.parkPurchase({ purchase_id, token });
  }

  /** All of the money is there; false when the lease was lost. */
  async markPaid(purchase_id: string, token: string): Promise<boolean> {
    return awaiting.setPaid({ purchase_id, token });
  }

  /** Notes why an awaiting purchase could not be made; `is_hopeless`: trying again is in vain. */
  async noteFailure(
    lease: { purchase_id: string; token: string },
    failure: { code: string; is_hopeless: boolean },
  ): Promise<void> {
    return awaiting.noteFailure(lease, failure);
  }

  /** Begins to give up an awaiting purchase, or with null goes on with it; false without the lease. */
  async markGivenUp(purchase_id: string, token: string, reason: string | null): Promise<boolean> {
    return awaiting.setGivenUp({ purchase_id, token }, reason);
  }

  async markTold(purchase_id: string): Promise<boolean> {
    return awaiting.markTold(purchase_id);
  }

  async listUntold(): Promise<string[]> {
    return awaiting.selectUntold();
  }

  /** Ids of purchases of these ways to pay that the job must look at, at most 100. */
  async listUnsettled(methods: PaymentMethod[]): Promise<string[]> {
    return awaiting.selectUnsettled(methods);
  }

  /** Ids of awaiting purchases whose provider is to be asked now; each look is taken once. */
  async takeLooks(): Promise<string[]> {
    return takeLooks();
  }

  async markAnnounced(purchase_id: string): Promise<boolean> {
    return queries.markAnnounced(purchase_id);
  }

  async listUnannounced(): Promise<string[]> {
    return queries.selectUnannounced();
  }

  async findPurchase(id: string): Promise<Purchase | null> {
    return (await queries.selectPurchases({ ids: [id] }))[0] ?? null;
  }

  async findPurchaseOfCart(cart_id: string): Promise<Purchase | null> {
    return (await queries.selectPurchases({ cart_ids: [cart_id] }))[0] ?? null;
  }

  async listPurchasesOfCustomer(page: { customer_id: string; limit: number; offset: number }) {
    return queries.selectPurchasesOfCustomer(page);
  }

  async listOrders(by: { purchase_ids?: string[]; order_ids?: string[] }) {
    return queries.selectOrders(by);
  }

  async listLines(order_ids: string[]): Promise<OrderLineSnapshot[]> {
    return queries.selectLines(order_ids);
  }

  /** One order of one producer; null for another producer's and for orders still being made. */
  async findOrderOfProducer(
    producer_id: string,
    order_id: string,
  ): Promise<{ order: PurchaseOrder; purchase: Purchase } | null> {
    const [order] = await queries.selectOrders({ order_ids: [order_id] });
    if (order?.producer_id !== producer_id) return null;
    const found = await this.findPurchase(order.purchase_id);
    return found?.status === "placed" ? { order, purchase: found } : null;
  }

  /**
   * Takes one step of an order (confirm, pack, ship, deliver, refuse, take back, cancel) in one
   * statement. `from` is the progress before it, for `undoStep`. Null when the step is not allowed
   * now or somebody else was faster: read the order again and refuse. Deliver collects what the
   * parcel costs, without what is `short` of it, which stays due; visits are paid at the village.
   * After refuse nothing is due for the parcel; after cancel nothing at all, and Medusa gives back
   * what was collected.
   */
  async takeStep(
    order_id: string,
    step: OrderStep,
    details: StepDetails,
  ): Promise<{ order: PurchaseOrder; before: PurchaseOrder } | null> {
    const [before] = await queries.selectOrders({ order_ids: [order_id] });
    if (!before) return null;
    const from: OrderProgress = progressOf(before);
    if (progressAfter(from, step) === null) return null;
    return inTransaction(async (tx) => {
      const change = stepChange(before, step, details);
      const order = await orderQueries.updateProgress(tx, { order_id, from }, change);
      if (order && step === "deliver") await noteShort(tx, before, details.short);
      return order && { order, before };
    });
  }

  /** Takes a step back when a later part of its workflow failed; `before` is what `takeStep` gave. */
  async undoStep(before: PurchaseOrder, step: OrderStep): Promise<void> {
    const { order_id } = before;
    const from = progressAfter(progressOf(before), step);
    if (from === null) return;
    await inTransaction(async (tx) => {
      const change = undoChange(before, step);
      const order = await orderQueries.updateProgress(tx, { order_id, from }, change);
      if (order && step === "deliver") await forgetShort(tx, order_id);
    });
  }

  /**
   * Adds to what an order still owes and to what was collected of it: a host takes −x and +x at
   * check-in, the undo the opposite. Null for an unknown or cancelled order; the database refuses
   * what would go below 0 or above the order's total.
   */
  async changeDue(change: {
    order_id: string;
    due_delta_vnd: number;
    collected_delta_vnd: number;
  }): Promise<PurchaseOrder | null> {
    return orderQueries.addToDue(change);
  }

  /** Notes what Medusa's books say was given back of an order's payment in all, however it was. */
  async noteRefunded(of: { payment_collection_id: string; refunded_vnd: number }): Promise<void> {
    return orderQueries.raiseRefunded(of.payment_collection_id, of.refunded_vnd);
  }

  /**
   * An order of visits only is over when its last guest has come (`at`), and not any more when that
   * is taken back (null). Orders with a parcel and cancelled ones stay as they are: null.
   */
  async setVisited(visit: { order_id: string; at: Date | null }): Promise<PurchaseOrder | null> {
    return orderQueries.updateVisited(visit.order_id, visit.at);
  }
}
