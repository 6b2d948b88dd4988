import type { VillagePage } from "@cho-lang/shared/contracts/village";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { searchCatalog } from "~/features/catalog/catalog.server";
import { CARDS } from "~/features/producer/producer.server";
import { handleOf } from "~/features/product/product.server";
import { languageOf } from "~/language/phrases";
import { backend } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";

/**
 * A village with what is made there and the visits that it offers.
 *
 * @throws Response
 */
export async function loadVillage({ request, params }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const handle = handleOf(params);
  const there = { village: [handle] };
  const [village, goods, tours] = await critical(
    Promise.all([
      backend<VillagePage>(`/store/villages/${handle}`, { language, query: { lang: language } }),
      searchCatalog({ ...there, kind: "product", page_size: CARDS.product }, language),
      searchCatalog({ ...there, kind: "tour", page_size: CARDS.tour }, language),
    ]),
  );
  return {
    village,
    goods: { hits: goods.hits, count: goods.count },
    tours: { hits: tours.hits, count: tours.count },
  };
}
