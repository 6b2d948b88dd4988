import type { TourBooking } from "@cho-lang/shared/contracts/booking";
import type { Language } from "@cho-lang/shared/language";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { handleOf, loadProduct } from "~/features/product/product.server";
import { languageOf } from "~/language/phrases";
import { BackendError, backend, orNull } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";
import { type AskedVisit, askedMonth, readVisit } from "./visit-query";

/**
 * A tour with the month of its calendar that the address asks for; both are critical. `booking` is
 * null for a tour that the booking of seats does not know.
 *
 * @throws Response
 */
export async function loadTour(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const asked = readVisit(new URL(request.url).searchParams);
  const [found, booking] = await Promise.all([
    loadProduct(args, "tour"),
    critical(readBooking(handleOf(params), asked, languageOf(request))),
  ]);
  return { ...found, booking, asked, now: new Date() };
}

export type TourData = Awaited<ReturnType<typeof loadTour>>;

/** An option that the tour no longer has is passed over. */
async function readBooking(
  handle: string,
  asked: AskedVisit,
  language: Language,
): Promise<TourBooking | null> {
  const read = (option: string | null) =>
    orNull(
      backend<TourBooking>(`/store/tours/${handle}`, {
        language,
        query: {
          month: askedMonth(asked) ?? undefined,
          option: option ?? undefined,
          lang: language,
        },
      }),
    );
  try {
    return await read(asked.option);
  } catch (error) {
    if (!(error instanceof BackendError) || !error.fields.option) throw error;
    return read(null);
  }
}
