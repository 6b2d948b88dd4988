import { bookingUuid, extendBody, type HoldAnswer } from "@cho-lang/shared/contracts/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse } from "../../../../../lib/errors";
import { extendHoldWorkflow } from "../../../../../workflows/booking/extend-hold";
import { holdViewOf } from "../../view";

/** Keeps the seats a while longer, once; for the bearer of the cart's id only. */
export async function POST(req: MedusaRequest, res: MedusaResponse<HoldAnswer>): Promise<void> {
  const { cart_id } = parse(extendBody, req.body);
  const uuid = bookingUuid.safeParse(req.params.uuid);
  if (!uuid.success) notFound("The booking");
  const { result } = await extendHoldWorkflow(req.scope).run({
    input: { uuid: uuid.data.toLowerCase(), cart_id },
  });
  res.setHeader("Cache-Control", "no-store");
  res.json({ booking: holdViewOf(result) });
}
