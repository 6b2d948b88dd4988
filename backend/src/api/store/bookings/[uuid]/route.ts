import { bookingUuid, type TicketView } from "@cho-lang/shared/contracts/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { notFound, parse } from "../../../../lib/errors";
import { ticketFacts } from "../../../../reports/tickets";
import { isTicketToken } from "../../../../workflows/booking/ticket-link";
import { ticketView } from "../ticket-view";

const longestToken = 200;
const query = z.strictObject({
  token: z.string().max(longestToken).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});

/** One e-ticket for the bearer of its signed link; else 404. */
export async function GET(req: MedusaRequest, res: MedusaResponse<TicketView>): Promise<void> {
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("Referrer-Policy", "no-referrer");
  res.setHeader("X-Robots-Tag", "noindex");
  const { token, lang } = parse(query, req.query);
  const parsed = bookingUuid.safeParse(req.params.uuid);
  const uuid = parsed.success ? parsed.data.toLowerCase() : notFound("The ticket");
  if (!isTicketToken(uuid, token)) notFound("The ticket");
  const facts = (await ticketFacts(uuid)) ?? notFound("The ticket");
  res.json(ticketView(facts, lang));
}
