import type { PublicDeparture, TourBooking } from "@cho-lang/shared/contracts/booking";
import { images, type Json, type JsonLdFacts, organization } from "../product/json-ld";
import { canBook, shownOption } from "./visit";

/** Departures that are told one by one; the calendar tells the rest. */
const EVENTS = 6;

type TourFacts = JsonLdFacts & { booking: TourBooking | null };

/** schema.org's TouristTrip for a visit to a village, and its next departures as events. */
export function tourJsonLd(facts: TourFacts): Json {
  return {
    "@context": "https://schema.org",
    "@graph": [trip(facts), ...events(facts)],
  };
}

function trip({ detail, booking, origin, path }: TourFacts): Json {
  const { village, producer } = detail;
  const option = booking && shownOption(booking);
  // What is free is no offer: infants come along with somebody who pays.
  const prices = (option ? option.units : detail.variants)
    .map(({ price_vnd }) => price_vnd)
    .filter((price_vnd) => price_vnd > 0);
  return {
    "@type": "TouristTrip",
    name: detail.title,
    description: detail.story,
    url: origin + path,
    image: images(detail, origin),
    provider: organization(producer),
    ...(village ? { itinerary: { "@type": "TouristAttraction", name: village.name } } : {}),
    ...(prices.length > 0
      ? {
          offers: {
            "@type": "AggregateOffer",
            lowPrice: Math.min(...prices),
            highPrice: Math.max(...prices),
            offerCount: prices.length,
            priceCurrency: "VND",
            ...(booking ? { availability: availability(isOpen(booking)) } : {}),
          },
        }
      : {}),
  };
}

function events({ detail, booking, origin, path }: TourFacts): Json[] {
  const option = booking && shownOption(booking);
  if (!booking?.is_bookable || !option) return [];
  return booking.days
    .flatMap(({ date, departures }) => departures.map((each) => ({ ...each, date })))
    .filter(({ state }) => state === "open" || state === "few" || state === "full")
    .slice(0, EVENTS)
    .map((departure) => ({
      "@type": "Event",
      name: detail.title,
      startDate: vietnamTime(departure, 0),
      endDate: vietnamTime(departure, option.duration_minutes),
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      eventStatus: "https://schema.org/EventScheduled",
      location: {
        "@type": "Place",
        name: option.meeting_point,
        address: detail.producer.address,
      },
      offers: {
        "@type": "Offer",
        price: departure.price_vnd,
        priceCurrency: "VND",
        availability: availability(canBook(departure)),
        url: `${origin}${path}?date=${departure.date}`,
      },
    }));
}

function isOpen({ is_bookable, next_open_date }: TourBooking): boolean {
  return is_bookable && next_open_date !== null;
}

function availability(isFree: boolean): string {
  return isFree ? "https://schema.org/InStock" : "https://schema.org/SoldOut";
}

/** "2026-11-28T08:30:00+07:00" */
function vietnamTime({ starts_at }: PublicDeparture, minutes: number): string {
  const local = new Date(new Date(starts_at).getTime() + (minutes + 7 * 60) * 60_000);
  return `${local.toISOString().slice(0, 19)}+07:00`;
}
