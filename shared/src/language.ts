/** The languages of the shop. Vietnamese is the source, English is its translation. */
export type Language = "vi" | "en";

/** Every language, the source first. */
export const LANGUAGES = ["vi", "en"] as const satisfies readonly Language[];

/** One thing said in every language. */
export type Phrase = Readonly<Record<Language, string>>;

const LOCALES = { vi: "vi-VN", en: "en-US" } as const;

/** A locale code as Medusa's Translation Module stores it. */
export type Locale = (typeof LOCALES)[Language];

/** Whether a value from outside names a language of the shop. */
export function isLanguage(value: unknown): value is Language {
  return value === "vi" || value === "en";
}

/**
 * The locale code under which Medusa keeps this language: `vi-VN` is the source, English
 * translations are stored under `en-US`.
 */
export function localeOf(language: Language): Locale {
  return LOCALES[language];
}

/** The language of a locale code or a browser's language tag ("en", "en-GB", "vi_VN"), or null. */
export function languageOf(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0];
  return isLanguage(primary) ? primary : null;
}
