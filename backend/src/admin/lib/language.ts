import type { Language, Phrase } from "@cho-lang/shared/language";
import { useTranslation } from "react-i18next";

/** The dashboard's language as ours; any other than Vietnamese reads English. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language?.toLowerCase().startsWith("vi") ? "vi" : "en";
}

/** Says a phrase in the dashboard's language. */
export function useSay(): (phrase: Phrase) => string {
  const language = useLanguage();
  return (phrase) => phrase[language];
}
