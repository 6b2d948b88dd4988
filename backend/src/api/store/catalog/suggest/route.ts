import { type CatalogSuggestions, suggestionLimits } from "@cho-lang/shared/contracts/suggestion";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { spellingsOf } from "../../../../lib/catalog-search";
import { suggest } from "../../../../lib/catalog-suggest";
import { parse } from "../../../../lib/errors";
import { langQuery } from "../../language";

const suggestQuery = langQuery.extend({
  q: z
    .string()
    .max(suggestionLimits.q)
    .refine((text) => !text.includes("\0"), "q must not contain a NUL character")
    .default(""),
});

/**
 * `GET /store/catalog/suggest?q=&lang=`: what begins like the text, asked with each key that
 * somebody presses. The same for everyone, so that caches on the way may answer for half a minute.
 */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<CatalogSuggestions>,
): Promise<void> {
  const { q, lang } = parse(suggestQuery, req.query);
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const suggestions = await suggest({ q, lang }, () => spellingsOf(query, q));
  res.set("Cache-Control", "public, max-age=30").json({ q, suggestions });
}
