import { forgetDrained, noteChanges } from "../modules/search-postgres";
import { catalogProductIds } from "../reports/catalog-documents";
import { indexedProductIds } from "../reports/catalog-indexed";

const BATCH = 5000;

/**
 * Every night, for each engine: each product's document is built anew and written where it differs,
 * and documents whose product is gone are removed. Finds nothing to do unless somebody switched
 * triggers off, as a restored backup does. That an engine holds as many documents as it should is
 * looked at all the time, see mend-catalog.
 */
export default async function repairCatalog(): Promise<void> {
  for (const page of [catalogProductIds, indexedProductIds]) {
    let after = "";
    for (;;) {
      const ids = await page(after, BATCH);
      await noteChanges(ids);
      if (ids.length < BATCH) break;
      after = ids.at(-1) ?? after;
    }
  }
  await forgetDrained();
}

export const config = { name: "repair-catalog", schedule: "30 19 * * *" };
