import type { CatalogSuggestions } from "@cho-lang/shared/contracts/suggestion";
import { renderToStaticMarkup } from "react-dom/server";
import { languageOf } from "~/language/phrases";
import { backend } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";
import { Suggestions } from "./suggestions";
import { typedText } from "./typed";

/** Who types goes on typing: what comes later is for a text that stands there no more. */
const TIMEOUT_MS = 1500;

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "public, max-age=30",
  "x-robots-tag": "noindex",
};

/**
 * The list of suggestions for `?q=` as a piece of HTML, about 2 KB; empty when there is too little
 * or too much text. The same for everyone, and as old as 30 s.
 *
 * @throws Response with the backend's status, or 503
 */
export async function answerSuggestions(request: Request): Promise<Response> {
  const language = languageOf(request);
  const text = typedText(new URL(request.url).searchParams.get("q") ?? "");
  if (text === null) return new Response("", { headers: HEADERS });
  const { suggestions } = await critical(
    backend<CatalogSuggestions>("/store/catalog/suggest", {
      language,
      query: { q: text, lang: language },
      timeoutMs: TIMEOUT_MS,
    }),
  );
  const list = <Suggestions text={text} suggestions={suggestions} language={language} />;
  return new Response(renderToStaticMarkup(list), { headers: HEADERS });
}
