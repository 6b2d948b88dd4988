import {
  type HandlingFlag,
  isHandlingFlag,
  isMark,
  type Mark,
} from "@cho-lang/shared/domain/product";
import type { Language } from "@cho-lang/shared/language";

/** What a product's metadata says, with every value checked: editors and imports write it freely. */
export type ProductFacts = {
  group: string | null;
  subgroup: string | null;
  unit: Record<Language, string | null>;
  season_months: number[] | null;
  handling: HandlingFlag[];
  marks: Mark[];
  duration_hours: number | null;
  offering: Record<Language, string | null>;
  picture: { width: number; height: number };
  alt: Record<Language, string | null>;
};

/** The size of a picture whose own is not known; pages need one to keep still while it loads. */
const PICTURE = { width: 800, height: 800 };

/** Reads a product's metadata; what is missing or malformed becomes null or empty. */
export function readProductFacts(metadata: Record<string, unknown> | null): ProductFacts {
  const facts = metadata ?? {};
  const inBoth = (name: string) => ({
    vi: text(facts[`${name}_vi`]),
    en: text(facts[`${name}_en`]),
  });
  const months = Array.isArray(facts.season_months) ? facts.season_months.filter(isMonth) : [];
  return {
    group: text(facts.group),
    subgroup: text(facts.subgroup),
    unit: inBoth("unit"),
    season_months: months.length === 0 || months.length === 12 ? null : months,
    handling: list(facts.handling).filter(isHandlingFlag),
    marks: list(facts.marks).filter(isMark),
    duration_hours: number(facts.duration_hours),
    offering: inBoth("offering"),
    picture: readSize(facts.picture) ?? PICTURE,
    alt: inBoth("alt"),
  };
}

/** Width and height in pixels, or null. */
export function readSize(value: unknown): { width: number; height: number } | null {
  if (typeof value !== "object" || value === null) return null;
  const { width, height } = value as Record<string, unknown>;
  return isPixels(width) && isPixels(height) ? { width, height } : null;
}

function isPixels(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isMonth(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
