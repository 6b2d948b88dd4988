import { parseLocalDate } from "@cho-lang/shared/calendar";
import { type TourBooking, tourQuery } from "@cho-lang/shared/contracts/booking";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse, refuse } from "../../../../lib/errors";
import { type BookableTour, bookableTour, tourMonth } from "../../../../reports/tour-calendar";
import { emptyMonth, tourView } from "../view";

/** Longer handles belong to no tour. */
const MOST_LETTERS = 200;

/** `GET /store/tours/:handle`: what can be booked of a tour, with one month of its calendar. */
export async function GET(req: MedusaRequest, res: MedusaResponse<TourBooking>): Promise<void> {
  const { month = null, option: wanted, lang: language } = parse(tourQuery, req.query);
  if (month !== null && !parseLocalDate(`${month}-01`)) {
    wrong("month", "month must be a month of the years 1900 to 2199");
  }
  const handle = req.params.handle ?? "";
  const isHandle = handle.length <= MOST_LETTERS && !handle.includes("\0");
  const tour = isHandle ? await bookableTour(handle) : null;
  if (!tour) notFound("The tour");
  const option = chosen(tour, wanted);
  const calendar = option ? await tourMonth(option.id, month) : emptyMonth(new Date(), month);
  res.json(tourView(tour, { option, month: calendar, language }));
}

function chosen(tour: BookableTour, wanted: string | undefined) {
  if (wanted === undefined) return tour.options[0] ?? null;
  const option = tour.options.find(({ id }) => id === wanted);
  return option ?? wrong("option", "option must be the id of one of this tour's options");
}

function wrong(field: string, message: string): never {
  refuse("invalid_fields", message, { fields: [{ field, code: "invalid_value", message }] });
}
