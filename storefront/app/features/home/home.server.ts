import { monthOf, todayInVietnam } from "@cho-lang/shared/calendar";
import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import type { Language } from "@cho-lang/shared/language";
import { backend } from "~/lib/backend.server";
import { critical, secondary } from "~/lib/deadline.server";
import { pickAlmanac, pickFresh } from "./rules";

/** Goods looked through for the almanac; few goods have a season, so one page is not enough. */
const PAGE_SIZE = 60;
const SEASON_PAGES = 3;
const VISITS = 4;

/**
 * What the home page shows. The newest goods are its critical part; more goods for the almanac
 * and the visits are left out when late.
 */
export async function loadHome({ language, now }: { language: Language; now: Date }) {
  const goods = (page: number) =>
    backend<CatalogAnswer>("/store/catalog", {
      language,
      query: { kind: "product", sort: "newest", page, page_size: PAGE_SIZE, lang: language },
    });
  const visits = backend<CatalogAnswer>("/store/catalog", {
    language,
    query: { kind: "tour", sort: "newest", page_size: VISITS, lang: language },
  });
  const [newest, tours, ...more] = await Promise.all([
    critical(goods(1)),
    secondary(visits),
    ...Array.from({ length: SEASON_PAGES - 1 }, (_, index) => secondary(goods(index + 2))),
  ]);
  const month = monthOf(todayInVietnam(now));
  const hits = [newest, ...more].flatMap((answer) => answer?.hits ?? []);
  return {
    month,
    goodsCount: newest.count,
    provinces: newest.facets.province.flatMap(({ value, count }) =>
      count > 0 ? [{ code: value, count }] : [],
    ),
    almanac: pickAlmanac(hits, month),
    fresh: pickFresh(hits, month),
    visits: tours?.hits ?? [],
    visitsCount: tours?.count ?? 0,
  };
}
