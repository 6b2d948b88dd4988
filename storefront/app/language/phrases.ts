import type { Language } from "@cho-lang/shared/language";
import { useLocation } from "@remix-run/react";
import { account as accountEn } from "./account.en";
import { account as accountVi } from "./account.vi";
import { common as commonEn } from "./common.en";
import { common as commonVi } from "./common.vi";
import { en } from "./en";
import { portal as portalEn } from "./portal.en";
import { portal as portalVi } from "./portal.vi";
import { type Phrases, vi } from "./vi";

/**
 * Framework code runs in a browser for the portal alone: of all phrases the build for browsers
 * carries only the areas that the portal speaks.
 */
const WORDS: Record<Language, Phrases> = import.meta.env.SSR
  ? { vi, en }
  : {
      vi: { common: commonVi, account: accountVi, portal: portalVi } as Phrases,
      en: { common: commonEn, account: accountEn, portal: portalEn } as Phrases,
    };

/** Every phrase in this language; for loaders, actions and `meta`. */
export function phrases(language: Language): Phrases {
  return WORDS[language];
}

/** The language that an address is in: English under `/en`, else Vietnamese. */
export function languageOfPath(pathname: string): Language {
  return pathname === "/en" || pathname.startsWith("/en/") || pathname === "/en.data" ? "en" : "vi";
}

/** The language of a request; for loaders and actions. */
export function languageOf(request: Request): Language {
  return languageOfPath(new URL(request.url).pathname);
}

/** An address of ours in this language; `path` is the Vietnamese one and starts with a slash. */
export function hrefIn(language: Language, path: string): string {
  if (language === "vi") return path;
  return path === "/" ? "/en" : path.startsWith("/?") ? `/en${path.slice(1)}` : `/en${path}`;
}

/** The same address without its language: what `hrefIn` takes. */
export function barePath(pathname: string): string {
  if (languageOfPath(pathname) === "vi") return pathname;
  return pathname.slice("/en".length) || "/";
}

/** The language of the page being shown. */
export function useLanguage(): Language {
  return languageOfPath(useLocation().pathname);
}

/** Every phrase in the language of the page being shown. */
export function usePhrases(): Phrases {
  return phrases(useLanguage());
}

/** Makes addresses in the language of the page being shown. */
export function useHref(): (path: string) => string {
  const language = useLanguage();
  return (path) => hrefIn(language, path);
}
