export interface StockWish {
  /** What shall lie on the shelf. */
  stock: number;
  /** What the member saw there when deciding. */
  stock_seen?: number | undefined;
}

export type StockVerdict =
  | { kind: "adjust"; by: number }
  | { kind: "refuse"; code: "stock_changed" | "stock_below_reserved"; message: string };

/**
 * Turns a wished stock into a difference, so that a parcel that leaves meanwhile is not put back on
 * the shelf. A wish that is fulfilled already changes nothing, whatever was seen: the form was sent
 * twice. Goods that are promised to buyers can't be taken away.
 */
export function judgeStock(
  shelf: { stocked: number; reserved: number },
  wish: StockWish,
): StockVerdict {
  if (wish.stock === shelf.stocked) return { kind: "adjust", by: 0 };
  if (wish.stock_seen !== undefined && wish.stock_seen !== shelf.stocked) {
    return {
      kind: "refuse",
      code: "stock_changed",
      message: `The stock is ${shelf.stocked} by now. Look again and send the new number.`,
    };
  }
  if (wish.stock < shelf.reserved) {
    return {
      kind: "refuse",
      code: "stock_below_reserved",
      message: `${shelf.reserved} are promised to buyers; the stock can't be lower than that.`,
    };
  }
  return { kind: "adjust", by: wish.stock - shelf.stocked };
}
