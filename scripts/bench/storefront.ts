import { brotliCompressSync } from "node:zlib";
import { type BenchSystem, load, printTable } from "./harness";

const budgets = { "/products": "≤ 2 ms", product: "≤ 1 ms", cached: "≤ 0.1 ms" };

/**
 * CPU of the storefront's process per page, uncached (each request another address, so that the
 * HTML micro-cache never answers) and cached, and bytes on the wire after brotli.
 */
export async function benchStorefront(system: BenchSystem): Promise<void> {
  const { storefront } = system.settings.urls;
  const list = await (await fetch(`${storefront}/products`)).text();
  const product = list.match(/href="(\/products\/[a-z0-9-]+)"/)?.[1] ?? "/products";
  const fresh = (path: string) =>
    Array.from({ length: 4000 }, (_, n) => `${storefront}${path}?utm_bench=${n}`);
  const parts = ["storefront" as const];
  const rows = [];
  for (const [name, urls, budget] of [
    ["list, rendered", fresh("/products"), budgets["/products"]],
    ["product, rendered", fresh(product), budgets.product],
    ["list, cached", [`${storefront}/products`], budgets.cached],
    ["product, cached", [`${storefront}${product}`], budgets.cached],
  ] as const) {
    const result = await load(system, { urls: [...urls], parts });
    rows.push({
      page: name,
      "CPU ms": result.cpuMs.toFixed(2),
      budget,
      "req/s": Math.round(result.perSecond),
      "p99 ms": result.p99,
      errors: result.errors,
    });
  }
  printTable("Storefront, CPU of its own process per request", rows);
  printTable("Bytes after brotli", await weigh(storefront, ["/", "/products", product, "/cart"]));
}

async function weigh(origin: string, paths: string[]) {
  const sizeOf = (text: string | Buffer) => (brotliCompressSync(text).length / 1024).toFixed(1);
  const rows = [];
  for (const path of paths) {
    const html = await (await fetch(origin + path)).text();
    const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)];
    const sum = async (ending: string) => {
      const files = new Set(assets.map(([, file = ""]) => file).filter((f) => f.endsWith(ending)));
      const bodies = await Promise.all(
        [...files].map(async (file) =>
          Buffer.from(await (await fetch(origin + file)).arrayBuffer()),
        ),
      );
      return sizeOf(Buffer.concat(bodies));
    };
    rows.push({
      page: path,
      "HTML KB (≤ 8)": sizeOf(html),
      "CSS KB (≤ 8)": await sum(".css"),
      "JS KB (≤ 15)": await sum(".js"),
    });
  }
  return rows;
}
