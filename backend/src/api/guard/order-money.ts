import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import { refuse } from "../../lib/errors";
import {
  requireEditable,
  requireGoodsOut,
  requireNoCapture,
  requireNoRaise,
  requirePaidReturn,
  requireRefundable,
} from "../../workflows/order/money-guards";

type Check = (req: MedusaRequest, body: Record<string, unknown>) => Promise<void>;

/** Runs a check before Medusa's own route does anything. */
function before(matcher: string, check: Check): MiddlewareRoute {
  const guard = async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    const { body } = req;
    await check(req, typeof body === "object" && body !== null ? { ...body } : {});
    next();
  };
  return { matcher, method: ["POST"], middlewares: [guard] };
}

/** An id as it was sent; nobody's id, "", when PostgreSQL could not even look for it. */
const known = (id: unknown) => (typeof id === "string" && !id.includes("\0") ? id : "");
const idOf = (req: MedusaRequest) => known(req.params.id);
const orderOf = (body: Record<string, unknown>) => known(body.order_id);

async function refuseNewGoods(): Promise<void> {
  refuse(
    "exchange_closed",
    "Goods are not exchanged: take them back, give the money back, and let the buyer buy anew",
  );
}

async function refusePayment(): Promise<void> {
  refuse("payment_by_purchase", "An order's money comes with its purchase, in no other way");
}

/** Ways of Medusa's admin by which money or goods of an order would move beside our books. */
export const orderMoneyMiddlewares: MiddlewareRoute[] = [
  before("/admin/payments/:id/refund", (req, { amount }) =>
    requireRefundable(req.scope, { payment_id: idOf(req), amount }),
  ),
  before("/admin/payments/:id/capture", (req) => requireNoCapture(req.scope, idOf(req))),
  before("/admin/payment-collections", refusePayment),
  before("/admin/payment-collections/:id/mark-as-paid", refusePayment),
  before("/admin/order-edits", (req, body) => requireEditable(req.scope, orderOf(body))),
  before("/admin/order-edits/:id/request", (req) => requireNoRaise(req.scope, idOf(req))),
  before("/admin/order-edits/:id/confirm", (req) => requireNoRaise(req.scope, idOf(req))),
  before("/admin/returns", (req, body) => requirePaidReturn(req.scope, orderOf(body))),
  before("/admin/returns/:id/request-items", (req, { items }) =>
    requireGoodsOut(req.scope, { return_id: idOf(req), items }),
  ),
  before("/admin/claims", refuseNewGoods),
  before("/admin/exchanges", refuseNewGoods),
];
