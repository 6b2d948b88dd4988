import type { MetaFunction } from "@remix-run/node";
import { languageOfPath, phrases } from "~/language/phrases";

/** The page's name in the browser's tab; no search engine lists the portal. */
export function portalMeta(titleOf: (words: ReturnType<typeof phrases>) => string): MetaFunction {
  return ({ location }) => {
    const words = phrases(languageOfPath(location.pathname));
    return [
      { title: words.portal.pageTitle(titleOf(words)) },
      { name: "robots", content: "noindex" },
    ];
  };
}
