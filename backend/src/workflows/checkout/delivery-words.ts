import type { Language, Phrase } from "@cho-lang/shared/language";
import type { ShippingTariff } from "../../modules/purchase";

type Speed = ShippingTariff["speed"];

/** What the two ways of delivery are called, and how long they take. */
export const DELIVERY_NAMES: Readonly<Record<Speed, Phrase>> = {
  standard: { vi: "Giao tiết kiệm", en: "Economy delivery" },
  express: { vi: "Giao nhanh", en: "Express delivery" },
};
const NOTES: Readonly<Record<Speed, Phrase>> = {
  standard: { vi: "3–5 ngày, tính theo cân nặng", en: "3–5 days, by weight" },
  express: { vi: "1–2 ngày, tính theo cân nặng", en: "1–2 days, by weight" },
};

type Option = { name: string; tariff: { speed: Speed } };

/** An option's name: in Vietnamese as its producer calls it, in English by its speed. */
export function shippingName(option: Option, language: Language): string {
  return language === "vi" ? option.name : DELIVERY_NAMES[option.tariff.speed].en;
}

/** One line under the name: how long it takes. */
export function shippingNote(option: Option, language: Language): string {
  return NOTES[option.tariff.speed][language];
}
