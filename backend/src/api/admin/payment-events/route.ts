import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import {
  type OperatorPaymentEvents,
  operatorPaymentEventsQuery,
} from "@cho-lang/shared/contracts/operator-payments";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { inboxService } from "../../../workflows/payment/inbox-service";
import { rangeOf } from "../range";
import { eventRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorPaymentEvents>) {
  const { page, ...filter } = parse(operatorPaymentEventsQuery, req.query);
  const { count, events } = await inboxService(req.scope).listEvents({
    ...filter,
    ...rangeOf(page),
  });
  res.json({ count, page, page_size: operatorPageSize, events: events.map(eventRow) });
}
