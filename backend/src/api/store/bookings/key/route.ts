import type { TicketKey } from "@cho-lang/shared/contracts/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ticketPublicKey } from "../../../../workflows/booking/ticket-signature";

/** The key with which a host's phone checks tickets without a network. */
export function GET(_req: MedusaRequest, res: MedusaResponse<TicketKey>): void {
  res.setHeader("Cache-Control", "public, max-age=3600");
  res.json({ algorithm: "Ed25519", public_key: ticketPublicKey() });
}
