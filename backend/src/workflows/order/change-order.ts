import type {
  CreateOrderChangeActionDTO,
  CreateOrderChangeDTO,
  MedusaContainer,
  OrderChangeDTO,
} from "@medusajs/framework/types";
import { Modules, OrderChangeStatus } from "@medusajs/framework/utils";

const OPEN: readonly string[] = [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED];

/** A change of an order in Medusa, made for one of our refunds. */
export type KeyedChange = Pick<CreateOrderChangeDTO, "change_type" | "return_id" | "created_by"> & {
  order_id: string;
  /** The refund's key: one change of each type. */
  key: string;
  actions: CreateOrderChangeActionDTO[];
};

/** All changes of an order, oldest first. */
export async function changesOf(
  container: MedusaContainer,
  order_id: string,
): Promise<OrderChangeDTO[]> {
  const orders = container.resolve(Modules.ORDER);
  return orders.listOrderChanges({ order_id }, { order: { created_at: "ASC" }, take: 1000 });
}

/** The change of a type that was made under a key. */
export function changeOf(
  changes: readonly OrderChangeDTO[],
  { key, change_type }: Pick<KeyedChange, "key" | "change_type">,
): OrderChangeDTO | undefined {
  return changes.find(
    (one) =>
      one.metadata?.refund_key === key && (one.change_type as string | undefined) === change_type,
  );
}

/** The change that somebody else has begun and not ended: Medusa takes one at a time. */
export function openChange(
  changes: readonly OrderChangeDTO[],
  key: string,
): OrderChangeDTO | undefined {
  return changes.find((one) => OPEN.includes(one.status) && one.metadata?.refund_key !== key);
}

/** Makes a change once, and confirms one that a crash has left unconfirmed. */
export async function changeOnce(container: MedusaContainer, change: KeyedChange): Promise<void> {
  const orders = container.resolve(Modules.ORDER);
  const { key, ...wanted } = change;
  const before = changeOf(await changesOf(container, change.order_id), change);
  const made =
    before ?? (await orders.createOrderChange({ ...wanted, metadata: { refund_key: key } }));
  if (OPEN.includes(made.status)) await orders.confirmOrderChange(made.id);
}
