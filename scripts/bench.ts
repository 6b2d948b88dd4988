import { benchBooking } from "./bench/booking";
import { benchCatalog } from "./bench/catalog";
import { benchCheckout } from "./bench/checkout";
import { type BenchSystem, withBenchSystem } from "./bench/harness";
import { benchSearch } from "./bench/search";
import { benchStorefront } from "./bench/storefront";
import { main } from "./lib/progress";
import { Stop } from "./lib/settings";

const benches: Record<string, (system: BenchSystem) => Promise<void>> = {
  booking: benchBooking,
  catalog: benchCatalog,
  checkout: benchCheckout,
  search: benchSearch,
  storefront: benchStorefront,
};

/**
 * `npm run bench [-- name …] [--products 20000]`: every figure that README and notes give, as
 * ratios measured in one run on a production system with a synthetic catalog.
 */
main(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf("--products");
  const products = at < 0 ? 20_000 : Number(args.splice(at, 2)[1]);
  if (!Number.isInteger(products) || products < 200) {
    throw new Stop("--products must be a whole number from 200.");
  }
  const unknown = args.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    throw new Stop(
      `There is no bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`,
    );
  }
  const names = args.length > 0 ? args : Object.keys(benches);
  await withBenchSystem(products, async (system) => {
    for (const name of names) await benches[name]?.(system);
  });
});
