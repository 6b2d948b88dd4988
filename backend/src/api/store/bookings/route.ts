import { type HoldAnswer, holdBody } from "@cho-lang/shared/contracts/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse } from "../../../lib/errors";
import { holdFacts } from "../../../reports/hold-facts";
import { holdSeatsWorkflow } from "../../../workflows/booking/hold-seats";
import { clientAddress } from "../../auth-throttle/client-address";
import { holdViewOf } from "./view";

/** Holds seats for a cart and puts the visit into it. The same body twice gives the same hold. */
export async function POST(req: MedusaRequest, res: MedusaResponse<HoldAnswer>): Promise<void> {
  const { units, uuid, ...body } = parse(holdBody, req.body);
  const address = clientAddress({
    peer: req.socket.remoteAddress,
    forwarded: req.headers["x-forwarded-for"],
  });
  const { cart_lines, tour } = await holdFacts(body);
  if (cart_lines === null) notFound("The cart");
  if (!tour) notFound("The departure");
  const { result } = await holdSeatsWorkflow(req.scope).run({
    input: { ...body, uuid: uuid.toLowerCase(), party: units, address, cart_lines, tour },
  });
  res.setHeader("Cache-Control", "no-store");
  res.json({ booking: holdViewOf({ booking: result, starts_at: new Date(tour.starts_at) }) });
}
