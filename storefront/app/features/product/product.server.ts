import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import type { Language } from "@cho-lang/shared/language";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { searchCatalog } from "~/features/catalog/catalog.server";
import { type CatalogKind, catalogPath } from "~/features/catalog/state";
import { hrefIn, languageOf } from "~/language/phrases";
import { backend } from "~/lib/backend.server";
import { critical, secondary } from "~/lib/deadline.server";
import { env } from "~/lib/env.server";

/** Cards shown beside a product or visit. */
const RELATED = 4;

/** Names in addresses; anything else is no page of ours. */
const HANDLE = /^[a-z0-9-]{1,120}$/;

/** A handle of an address. @throws Response 404 when it can't be one. */
export function handleOf(params: LoaderFunctionArgs["params"]): string {
  const { handle = "" } = params;
  if (!HANDLE.test(handle)) throw new Response(null, { status: 404 });
  return handle;
}

/**
 * One product or visit (critical) and others like it (secondary). A handle of the other kind is
 * led to its own page.
 *
 * @throws Response
 */
export async function loadProduct({ request, params }: LoaderFunctionArgs, kind: CatalogKind) {
  const language = languageOf(request);
  const detail = await critical(readDetail(handleOf(params), language));
  if (detail.kind !== kind) {
    throw redirect(hrefIn(language, `${catalogPath(detail.kind)}/${detail.handle}`), 301);
  }
  const related = await secondary(readRelated(detail, language));
  return {
    detail,
    related: related ?? [],
    today: todayInVietnam(new Date()),
    origin: env().storefrontUrl,
  };
}

export type ProductData = Awaited<ReturnType<typeof loadProduct>>;

function readDetail(handle: string, language: Language): Promise<CatalogDetail> {
  return backend<CatalogDetail>(`/store/catalog/${handle}`, {
    language,
    query: { lang: language },
  });
}

/** Goods of the same subgroup, visits of the same province; filled up from the maker's own. */
async function readRelated(detail: CatalogDetail, language: Language) {
  const { kind } = detail;
  const page_size = RELATED + 1;
  const likeIt =
    kind === "tour" ? { province: [detail.province.code] } : { subgroup: [detail.subgroup] };
  const answers = await Promise.all([
    searchCatalog({ kind, page_size, ...likeIt }, language),
    searchCatalog({ kind, page_size, producer: [detail.producer.handle] }, language),
  ]);
  return firstOthers(answers, detail.id);
}

function firstOthers(answers: readonly CatalogAnswer[], id: string) {
  const hits = answers.flatMap((answer) => answer.hits).filter((hit) => hit.id !== id);
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()].slice(0, RELATED);
}
