import { operatorPageSize } from "@cho-lang/shared/contracts/operator";
import {
  type OperatorBookings,
  operatorBookingsQuery,
} from "@cho-lang/shared/contracts/operator-booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { bookingPage } from "../../../reports/operator-bookings";
import { rangeOf } from "../range";
import { bookingRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorBookings>) {
  const { page, ...filter } = parse(operatorBookingsQuery, req.query);
  const { count, rows } = await bookingPage(filter, rangeOf(page));
  res.json({ count, page, page_size: operatorPageSize, bookings: rows.map(bookingRow) });
}
