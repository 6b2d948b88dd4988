import type { Language, Phrase } from "../language";
import { assertVnd, type Vnd } from "../money";

/**
 * Where a booking stands, in OCTO's words: a hold takes seats until `expires_at`, a confirmed one
 * has its order, a redeemed one came. `EXPIRED_REFUND` is money that came when the seats were gone.
 */
export const BOOKING_STATUSES = [
  "ON_HOLD",
  "CONFIRMED",
  "REDEEMED",
  "CANCELLED",
  "EXPIRED",
  "EXPIRED_REFUND",
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** The states of a booking in words, for tourist, host and operator alike. */
export const BOOKING_STATUS_LABELS: Readonly<Record<BookingStatus, Phrase>> = {
  ON_HOLD: { vi: "Đang giữ chỗ", en: "On hold" },
  CONFIRMED: { vi: "Đã đặt", en: "Booked" },
  REDEEMED: { vi: "Đã đến", en: "Arrived" },
  CANCELLED: { vi: "Đã hủy", en: "Cancelled" },
  EXPIRED: { vi: "Hết giờ giữ chỗ", en: "Hold ran out" },
  EXPIRED_REFUND: { vi: "Hết chỗ, hoàn tiền", en: "Seats gone, refunded" },
};

/** One state of a booking in words. */
export function bookingStatusLabel(status: BookingStatus, language: Language): string {
  return BOOKING_STATUS_LABELS[status][language];
}

/** Kinds of visitors that a tour sells to, as OCTO names them. */
export const UNIT_KINDS = ["ADULT", "CHILD", "INFANT", "SENIOR", "STUDENT", "FAMILY"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The kinds in words: one, and more than one. */
const UNIT_WORDS: Readonly<
  Record<UnitKind, Readonly<Record<Language, readonly [string, string]>>>
> = {
  ADULT: { vi: ["người lớn", "người lớn"], en: ["adult", "adults"] },
  CHILD: { vi: ["trẻ em", "trẻ em"], en: ["child", "children"] },
  INFANT: { vi: ["em bé", "em bé"], en: ["infant", "infants"] },
  SENIOR: { vi: ["người cao tuổi", "người cao tuổi"], en: ["senior", "seniors"] },
  STUDENT: { vi: ["học sinh, sinh viên", "học sinh, sinh viên"], en: ["student", "students"] },
  FAMILY: { vi: ["gia đình", "gia đình"], en: ["family", "families"] },
};

/** A kind of visitor in the middle of a sentence, for a count: "adult", "2 adults" needs 2. */
export function unitWord(kind: UnitKind, language: Language, count = 1): string {
  return UNIT_WORDS[kind][language][count === 1 ? 0 : 1];
}

/** Languages in which hosts guide. */
export const GUIDE_LANGUAGES = ["vi", "en", "fr", "zh", "ko", "ja"] as const;
export type GuideLanguage = (typeof GUIDE_LANGUAGES)[number];

const GUIDE_LANGUAGE_LABELS: Readonly<Record<GuideLanguage, Phrase>> = {
  vi: { vi: "tiếng Việt", en: "Vietnamese" },
  en: { vi: "tiếng Anh", en: "English" },
  fr: { vi: "tiếng Pháp", en: "French" },
  zh: { vi: "tiếng Trung", en: "Chinese" },
  ko: { vi: "tiếng Hàn", en: "Korean" },
  ja: { vi: "tiếng Nhật", en: "Japanese" },
};

/** A guide's language in the middle of a sentence. */
export function guideLanguageLabel(guide: GuideLanguage, language: Language): string {
  return GUIDE_LANGUAGE_LABELS[guide][language];
}

/** How long a new hold lives. */
export const HOLD_MINUTES = 15;
/** How much one extension adds, counted from the moment of asking. */
export const EXTENSION_MINUTES = 15;
export const MAX_EXTENSIONS = 1;
/** How long a hold is kept while its cart is being paid. */
export const PAYMENT_MINUTES = 30;
export const MAX_HOLDS_PER_CART = 3;
/** Live holds from one network address, over all its carts. */
export const MAX_HOLDS_PER_ADDRESS = 6;
/** Most of one unit in one booking. */
export const MAX_OF_UNIT = 60;
/** At or below this many free seats a departure is shown as nearly full. */
export const FEW_SEATS = 4;
/** How far ahead schedules are expanded into departures. */
export const SCHEDULE_MONTHS = 18;

/** What one kind of visitor pays and takes. */
export interface TourUnit {
  id: string;
  kind: UnitKind;
  /** Whole đồng for one, at 100 percent. */
  price_vnd: Vnd;
  /** Seats that one takes: 0 for an infant on a lap, 4 for a family of four. */
  pax_count: number;
  /** Inclusive ages in years; null when open. */
  age_min: number | null;
  age_max: number | null;
  /** Kinds of which at least one must come along; empty when it may come alone. */
  accompanied_by: readonly UnitKind[];
}

/** How many of each unit come, by unit id; zeros may be left out. */
export type Party = Readonly<Record<string, number>>;

/** Why a party cannot be taken, whatever the day. */
export type PartyFault =
  | "party_empty"
  | "unit_unknown"
  | "unit_count_malformed"
  | "not_accompanied"
  | "party_too_small"
  | "party_too_large";

/**
 * Checks a party against a tour's units and its limits in seats. The first fault found, with the
 * unit that it concerns when it concerns one; null when the party can come.
 */
export function partyFault(
  option: { min_party: number; max_party: number },
  units: readonly TourUnit[],
  party: Party,
): { fault: PartyFault; unit_id: string | null } | null {
  const coming: { unit: TourUnit; count: number }[] = [];
  for (const [id, count] of Object.entries(party)) {
    const unit = units.find((one) => one.id === id);
    if (!unit) return { fault: "unit_unknown", unit_id: id };
    if (!Number.isSafeInteger(count) || count < 0 || count > MAX_OF_UNIT) {
      return { fault: "unit_count_malformed", unit_id: id };
    }
    if (count > 0) coming.push({ unit, count });
  }
  if (coming.length === 0) return { fault: "party_empty", unit_id: null };
  const kinds = new Set(coming.map(({ unit }) => unit.kind));
  const alone = coming.find(
    ({ unit }) =>
      unit.accompanied_by.length > 0 && !unit.accompanied_by.some((kind) => kinds.has(kind)),
  );
  if (alone) return { fault: "not_accompanied", unit_id: alone.unit.id };
  const pax = partyPax(units, party);
  if (pax < Math.max(option.min_party, 1)) return { fault: "party_too_small", unit_id: null };
  if (pax > option.max_party) return { fault: "party_too_large", unit_id: null };
  return null;
}

/** Seats that a party takes. Unknown units count nothing: check with `partyFault` first. */
export function partyPax(units: readonly TourUnit[], party: Party): number {
  return units.reduce((sum, { id, pax_count }) => sum + pax_count * (party[id] ?? 0), 0);
}

/** A unit's price on a departure: its percent of the price, rounded to whole thousands of đồng. */
export function unitPriceAt(unit: Pick<TourUnit, "price_vnd">, price_percent: number): Vnd {
  if (price_percent === 100) return unit.price_vnd;
  return assertVnd(Math.round((unit.price_vnd * price_percent) / 100_000) * 1000);
}

/** What a party pays on a departure: the sum of its units' prices there. */
export function partyPrice(units: readonly TourUnit[], party: Party, price_percent: number): Vnd {
  return assertVnd(
    units.reduce((sum, unit) => sum + unitPriceAt(unit, price_percent) * (party[unit.id] ?? 0), 0),
  );
}

/** Cancelling at least this many hours before the start gives back this share. */
export interface CancellationTier {
  hours_before: number;
  refund_percent: number;
}
/** Tiers from the earliest to the latest, `hours_before` falling; after the last nothing is given. */
export type CancellationPolicy = readonly CancellationTier[];

/** One step of a policy as money and time. */
export interface RefundStep {
  /** Until this instant, itself included; null for "any later". */
  until: Date | null;
  refund_vnd: Vnd;
  refund_percent: number;
}

/** A policy for one departure and one amount: each tier with its last instant, then "any later". */
export function refundSteps(
  policy: CancellationPolicy,
  starts_at: Date,
  amount_vnd: Vnd,
): RefundStep[] {
  const hourMs = 60 * 60 * 1000;
  const tiers = policy.map(({ hours_before, refund_percent }) => ({
    until: new Date(starts_at.getTime() - hours_before * hourMs),
    refund_percent,
    refund_vnd: Math.floor((amount_vnd * refund_percent) / 100),
  }));
  return [...tiers, { until: null, refund_vnd: 0, refund_percent: 0 }];
}

/** What a departure looks like from outside. */
export const DEPARTURE_STATES = ["open", "few", "full", "closed", "too_late", "past"] as const;
export type DepartureState = (typeof DEPARTURE_STATES)[number];

/** The states of a departure in words; never shown by colour alone. */
export const DEPARTURE_STATE_LABELS: Readonly<Record<DepartureState, Phrase>> = {
  open: { vi: "Còn chỗ", en: "Seats left" },
  few: { vi: "Sắp hết chỗ", en: "Few seats left" },
  full: { vi: "Hết chỗ", en: "Full" },
  closed: { vi: "Không đón khách", en: "Closed" },
  too_late: { vi: "Hết giờ đặt", en: "Too late to book" },
  past: { vi: "Đã qua", en: "Past" },
};

/** Why a host closes a departure. */
export const CLOSE_REASONS = ["weather", "family", "holiday", "repair", "other"] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** The reasons in words that tourists read. */
export const CLOSE_REASON_LABELS: Readonly<Record<CloseReason, Phrase>> = {
  weather: { vi: "thời tiết xấu", en: "bad weather" },
  family: { vi: "nhà có việc", en: "a family matter" },
  holiday: { vi: "nghỉ lễ", en: "a holiday" },
  repair: { vi: "sửa chữa", en: "repairs" },
  other: { vi: "lý do khác", en: "another reason" },
};

/** One reason in the middle of a sentence. */
export function closeReasonLabel(reason: CloseReason, language: Language): string {
  return CLOSE_REASON_LABELS[reason][language];
}

/** What decides whether a departure can be booked. `seats_left` counts expired holds as free. */
export interface DepartureFacts {
  starts_at: Date;
  cutoff_at: Date;
  status: "open" | "closed";
  seats_left: number;
}

/** Where a departure stands at an instant; the one predicate of pages, cart and hold. */
export function departureState(departure: DepartureFacts, now: Date): DepartureState {
  if (departure.starts_at <= now) return "past";
  if (departure.status === "closed") return "closed";
  if (departure.cutoff_at <= now) return "too_late";
  if (departure.seats_left <= 0) return "full";
  return departure.seats_left <= FEW_SEATS ? "few" : "open";
}

/** Letters and digits of ticket codes: none that looks like another. */
export const CODE_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
export const CODE_LENGTH = 8;

/**
 * A ticket's code as typed or read aloud ("k7fq-3qmz", spaces, hyphens), as it is stored, or null
 * when it cannot be one.
 */
export function parseTicketCode(text: string): string | null {
  const compact = text.replace(/[\s-]+/g, "").toUpperCase();
  if (compact.length !== CODE_LENGTH) return null;
  return [...compact].every((letter) => CODE_ALPHABET.includes(letter)) ? compact : null;
}

/** A ticket's code as people read it: "K7FQ-3QMZ". */
export function formatTicketCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
