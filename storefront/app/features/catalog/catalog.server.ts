import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import type { Language } from "@cho-lang/shared/language";
import { data, redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError, backend } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";
import { PAGE_SIZE, readCatalog } from "./query.server";
import { type CatalogKind, type CatalogState, catalogPath, searchOf } from "./state";

/** What the page says when its address can't be read. */
type CatalogFault = { parameter: string };

/** `GET /store/catalog` for a page of things of one kind. */
export function searchCatalog(
  question: Partial<CatalogState> & { kind: CatalogKind; page_size: number },
  language: Language,
): Promise<CatalogAnswer> {
  const { price_min, price_max, sort, page, q, kind, page_size, ...lists } = question;
  return backend<CatalogAnswer>("/store/catalog", {
    language,
    query: {
      ...lists,
      q,
      kind,
      price_min: price_min ?? undefined,
      price_max: price_max ?? undefined,
      sort,
      page,
      page_size,
      lang: language,
    },
  });
}

/**
 * All that the catalog's page shows. An address that asks for the other kind is led to that
 * kind's page; one that can't be read is answered 400 with the parameter's name.
 *
 * @throws Response
 */
export async function loadCatalog(request: Request, kind: CatalogKind) {
  const language = languageOf(request);
  const reading = readCatalog(new URL(request.url).searchParams);
  if ("fault" in reading) throw data({ parameter: reading.fault } satisfies CatalogFault, 400);
  const { state, kinds } = reading;
  const other = kinds.length === 1 && kinds[0] !== kind ? kinds[0] : undefined;
  if (other) throw redirect(hrefIn(language, catalogPath(other)) + searchOf(state), 302);
  const answer = await critical(
    searchCatalog({ ...state, kind, page_size: PAGE_SIZE }, language).catch(nameParameter),
  );
  const pages = Math.max(1, Math.ceil(answer.count / PAGE_SIZE));
  const isBeyond = answer.count > 0 && state.page > pages;
  return data({ kind, state, answer, pages, isBeyond }, isBeyond ? 404 : 200);
}

export type CatalogData = Awaited<ReturnType<typeof loadCatalog>>["data"];

/** A refusal of the backend that names a parameter becomes the page's own 400. */
function nameParameter(error: unknown): never {
  const parameter = error instanceof BackendError && Object.keys(error.fields)[0];
  if (parameter && error.status === 400) throw data({ parameter } satisfies CatalogFault, 400);
  throw error;
}
