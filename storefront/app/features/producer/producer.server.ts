import type { ProducerPage } from "@cho-lang/shared/contracts/producer-page";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { searchCatalog } from "~/features/catalog/catalog.server";
import { handleOf } from "~/features/product/product.server";
import { languageOf } from "~/language/phrases";
import { backend } from "~/lib/backend.server";
import { critical } from "~/lib/deadline.server";

/** Cards of each kind on a maker's or village's page; the rest is in the catalog. */
export const CARDS = { product: 12, tour: 4 } as const;

/**
 * A maker with what it sells and whom it welcomes; all of it is what the page is for.
 *
 * @throws Response
 */
export async function loadProducer({ request, params }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const handle = handleOf(params);
  const theirs = { producer: [handle] };
  const [producer, goods, tours] = await critical(
    Promise.all([
      backend<ProducerPage>(`/store/producers/${handle}`, {
        language,
        query: { lang: language },
      }),
      searchCatalog({ ...theirs, kind: "product", page_size: CARDS.product }, language),
      searchCatalog({ ...theirs, kind: "tour", page_size: CARDS.tour }, language),
    ]),
  );
  return {
    producer,
    goods: { hits: goods.hits, count: goods.count },
    tours: { hits: tours.hits, count: tours.count },
  };
}
