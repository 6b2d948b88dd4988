import type { Language, Phrase } from "@cho-lang/shared/language";

const formats = {
  vi: new Intl.NumberFormat("vi-VN"),
  en: new Intl.NumberFormat("en-GB"),
} as const satisfies Record<Language, Intl.NumberFormat>;

/** A whole number with its thousands apart. */
export function formatCount(count: number, language: Language): string {
  return formats[language].format(count);
}

const UNITS: readonly { seconds: number; one: Phrase; many: Phrase }[] = [
  {
    seconds: 86_400,
    one: { vi: "ngày", en: "day" },
    many: { vi: "ngày", en: "days" },
  },
  { seconds: 3600, one: { vi: "giờ", en: "hour" }, many: { vi: "giờ", en: "hours" } },
  { seconds: 60, one: { vi: "phút", en: "minute" }, many: { vi: "phút", en: "minutes" } },
  { seconds: 1, one: { vi: "giây", en: "second" }, many: { vi: "giây", en: "seconds" } },
];

/** A length of time in its largest whole unit: 59 seconds, 1 minute, 3 days. */
export function formatAge(seconds: number, language: Language): string {
  const whole = Math.floor(seconds);
  const unit = UNITS.find((one) => whole >= one.seconds) ?? UNITS.at(-1);
  if (!unit) return "";
  const count = Math.floor(whole / unit.seconds);
  return `${formatCount(count, language)} ${(count === 1 ? unit.one : unit.many)[language]}`;
}
