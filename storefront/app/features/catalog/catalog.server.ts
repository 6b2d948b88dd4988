import { addDays, type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import type { Language } from "@cho-lang/shared/language";
import { data, redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError, backend } from "~/lib/backend.server";
import { critical, secondary } from "~/lib/deadline.server";
import { PAGE_SIZE, readCatalog } from "./query.server";
import {
  type CatalogKind,
  type CatalogState,
  catalogPath,
  searchOf,
  withChange,
  withoutVisit,
} from "./state";

/** What the page says when its address can't be read. */
type CatalogFault = { parameter: string };

/** `GET /store/catalog` for a page of things of one kind. */
export function searchCatalog(
  question: Partial<CatalogState> & { kind: CatalogKind; page_size: number },
  language: Language,
): Promise<CatalogAnswer> {
  const { price_min, price_max, sort, page, q, kind, page_size, ...rest } = question;
  const { available_on, party, near, ...lists } = rest;
  return backend<CatalogAnswer>("/store/catalog", {
    language,
    query: {
      ...lists,
      q,
      kind,
      price_min: price_min ?? undefined,
      price_max: price_max ?? undefined,
      available_on,
      party: available_on ? party : undefined,
      near,
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
  const { kinds } = reading;
  const state = kind === "tour" ? reading.state : withoutVisit(reading.state);
  const other = kinds.length === 1 && kinds[0] !== kind ? kinds[0] : undefined;
  if (other) throw redirect(hrefIn(language, catalogPath(other)) + searchOf(reading.state), 302);
  const answer = await critical(
    searchCatalog({ ...state, kind, page_size: PAGE_SIZE }, language).catch(nameParameter),
  );
  const pages = Math.max(1, Math.ceil(answer.count / PAGE_SIZE));
  const isBeyond = answer.count > 0 && state.page > pages;
  const today = todayInVietnam(new Date());
  const isFullDay = answer.count === 0 && state.available_on !== "";
  const days = isFullDay ? await secondary(neighbours(state, today, language)) : null;
  return data(
    { kind, state, answer, pages, isBeyond, today, neighbours: days ?? [] },
    isBeyond ? 404 : 200,
  );
}

/** Days before and after one on which nothing is free, and how far to look. */
const NEARBY_DAYS = [-2, -1, 1, 2, 3];

/** The days around the asked one on which something is free for that party, with how much. */
async function neighbours(
  state: CatalogState,
  today: LocalDate,
  language: Language,
): Promise<{ date: LocalDate; count: number }[]> {
  const centre = state.available_on < today ? addDays(today, -1) : state.available_on;
  const dates = NEARBY_DAYS.map((days) => addDays(centre, days)).filter((date) => date >= today);
  const found = await Promise.all(
    dates.map(async (date) => {
      const question = withChange(state, { available_on: date });
      const { count } = await searchCatalog({ ...question, kind: "tour", page_size: 1 }, language);
      return { date, count };
    }),
  );
  return found.filter(({ count }) => count > 0);
}

export type CatalogData = Awaited<ReturnType<typeof loadCatalog>>["data"];

/** A refusal of the backend that names a parameter becomes the page's own 400. */
function nameParameter(error: unknown): never {
  const parameter = error instanceof BackendError && Object.keys(error.fields)[0];
  if (parameter && error.status === 400) throw data({ parameter } satisfies CatalogFault, 400);
  throw error;
}
