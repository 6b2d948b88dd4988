import { addDays, addMonths, type LocalDate } from "@cho-lang/shared/calendar";
import { issuerRule, type Stars } from "@cho-lang/shared/domain/certification";
import { provinceByCode } from "@cho-lang/shared/geography";
import { numberBetween, shuffled } from "./chance";

/** One sample certificate of a product, and what became of it. */
export interface DealtCertificate {
  stars: Stars;
  /** "MẪU-0412/QĐ-UBND": no authority gave such a number. */
  decision_number: string;
  decided_on: LocalDate;
  outcome: "submitted" | "verified" | "revoked";
  revoked_reason: string | null;
}

/** What a certificate is dealt for. */
export interface Certifiable {
  handle: string;
  province_code: string;
}

/** How many products have a certificate of each rarer kind; all others have one in force. */
const RARE = { expired: 10, expiring: 14, revoked: 4, submitted: 5, renewed: 12 } as const;
type Fate = keyof typeof RARE | "in_force";

/** Five stars are a handful in the whole country; four stars are about a quarter. */
const FIVE_STARS = 4;
const FOUR_STAR_SHARE = 0.25;

/** Months back at which a province's council decided, by fate; a batch shares number and date. */
const BATCHES: Readonly<Record<Fate, readonly number[]>> = {
  in_force: [26, 19, 13, 8, 4],
  expiring: [35],
  expired: [40],
  revoked: [15],
  submitted: [1],
  renewed: [6],
};

/** Products whose certificate is the same in every deal, because guided tours of the demo use it. */
const PINNED: ReadonlyMap<string, Stars> = new Map<string, Stars>([
  ["ca-phe-buon-ma-thuot", 4],
  ["ca-phe-cu-m-gar", 4],
  ["ca-phe-krong-nang", 3],
  ["tra-shan-tuyet-suoi-giang", 5],
]);

const REVOKED_REASONS = [
  "Kết quả kiểm tra định kỳ không đạt chỉ tiêu chất lượng đã công bố.",
  "Chủ thể ngừng sản xuất sản phẩm và đề nghị thu hồi chứng nhận.",
] as const;

/** Deals the certificates of all products, relative to the day of the first seeding. */
export function dealCertificates(
  products: readonly Certifiable[],
  anchor: LocalDate,
): Map<string, DealtCertificate[]> {
  const stars = dealStars(products);
  const fates = dealFates(products);
  return new Map(
    products.map((product) => {
      const fate = fates.get(product.handle) ?? "in_force";
      const level = stars.get(product.handle) ?? 3;
      const certificate = certificateOf({ product, fate, stars: level, anchor });
      // Before it was rated anew it had a star more: a level can go down after 36 months.
      const before =
        fate === "renewed"
          ? [certificateOf({ product, fate: "expired", stars: level === 3 ? 4 : level, anchor })]
          : [];
      return [product.handle, [...before, certificate]];
    }),
  );
}

function dealStars(products: readonly Certifiable[]): Map<string, Stars> {
  const order = shuffled(
    "stars",
    products.filter(({ handle }) => !PINNED.has(handle)),
    ({ handle }) => handle,
  );
  const fives = FIVE_STARS - [...PINNED.values()].filter((stars) => stars === 5).length;
  const fours =
    Math.round(products.length * FOUR_STAR_SHARE) -
    [...PINNED.values()].filter((stars) => stars === 4).length;
  const dealt = new Map<string, Stars>(PINNED);
  for (const [index, { handle }] of order.entries()) {
    dealt.set(handle, index < fives ? 5 : index < fives + fours ? 4 : 3);
  }
  return dealt;
}

function dealFates(products: readonly Certifiable[]): Map<string, Fate> {
  const order = shuffled(
    "fate",
    products.filter(({ handle }) => !PINNED.has(handle)),
    ({ handle }) => handle,
  );
  const fates = new Map<string, Fate>();
  let from = 0;
  for (const fate of Object.keys(RARE) as (keyof typeof RARE)[]) {
    for (const { handle } of order.slice(from, from + RARE[fate])) fates.set(handle, fate);
    from += RARE[fate];
  }
  return fates;
}

function certificateOf(input: {
  product: Certifiable;
  fate: Fate;
  stars: Stars;
  anchor: LocalDate;
}): DealtCertificate {
  const { product, fate, stars, anchor } = input;
  const batches = BATCHES[fate];
  const batch =
    batches[numberBetween(`${product.handle}/batch`, { from: 0, to: batches.length - 1 })];
  const decided_on = decisionDay(anchor, batch ?? 12, product.province_code);
  return {
    stars,
    decision_number: decisionNumber(product.province_code, decided_on, stars),
    decided_on,
    outcome: fate === "revoked" || fate === "submitted" ? fate : "verified",
    revoked_reason:
      fate === "revoked"
        ? (REVOKED_REASONS[numberBetween(product.handle, { from: 0, to: 1 })] ?? null)
        : null,
  };
}

/** A working day, up to three weeks after that many months before the anchor. */
function decisionDay(anchor: LocalDate, monthsBack: number, provinceCode: string): LocalDate {
  const days = numberBetween(`${provinceCode}/${monthsBack}`, { from: 0, to: 20 });
  const day = addDays(addMonths(anchor, -monthsBack), days);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

function decisionNumber(provinceCode: string, day: LocalDate, stars: Stars): string {
  const province = provinceByCode(provinceCode);
  if (!province) throw new Error(`There is no province ${provinceCode}.`);
  const issuer = issuerRule({ decided_on: day, stars, province });
  const number = numberBetween(`${issuer.name_vi}/${day}`, { from: 101, to: 4899 });
  const ministry = day < "2025-03-01" ? "BNN-VPĐP" : "BNNMT";
  const letters = issuer.level === "ministry" ? ministry : "UBND";
  return `MẪU-${String(number).padStart(4, "0")}/QĐ-${letters}`;
}
