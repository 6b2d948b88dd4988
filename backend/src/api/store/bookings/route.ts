import { type HoldAnswer, holdBody } from "@cho-lang/shared/contracts/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
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
  const { result } = await holdSeatsWorkflow(req.scope).run({
    input: { ...body, uuid: uuid.toLowerCase(), party: units, address },
  });
  res.setHeader("Cache-Control", "no-store");
  res.json({ booking: holdViewOf(result) });
}
