import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build, defineConfig, type Plugin } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const ENHANCE_ENTRY = fileURLToPath(new URL("./app/enhance/main.ts", import.meta.url));

/**
 * Gives `virtual:enhance`, the address of the one small script of the shopper's pages.
 *
 * Those pages omit Remix's own scripts, so the enhancement is bundled apart from its module
 * graph: one self-contained file whose name carries a hash of its content.
 */
function enhanceScript(): Plugin {
  let isDevelopment = false;
  return {
    name: "cho-lang:enhance-script",
    configResolved(config) {
      isDevelopment = config.command === "serve";
    },
    resolveId: (id) => (id === "virtual:enhance" ? "\0virtual:enhance" : undefined),
    async load(id, options) {
      if (id !== "\0virtual:enhance") return undefined;
      if (isDevelopment) return 'export default "/app/enhance/main.ts";';
      const result = await build({
        configFile: false,
        logLevel: "error",
        publicDir: false,
        build: {
          write: false,
          target: "es2019",
          rollupOptions: { input: ENHANCE_ENTRY, output: { format: "iife" } },
        },
      });
      const output = (Array.isArray(result) ? result : [result]).flatMap((part) =>
        "output" in part ? part.output : [],
      );
      const chunk = output.find((part) => part.type === "chunk");
      if (!chunk) throw new Error("app/enhance/main.ts gave no script");
      const hash = createHash("sha256").update(chunk.code).digest("base64url").slice(0, 10);
      const fileName = `assets/enhance-${hash}.js`;
      if (!options?.ssr) this.emitFile({ type: "asset", fileName, source: chunk.code });
      return `export default "/${fileName}";`;
    },
  };
}

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2020", assetsInlineLimit: 0 },
  plugins: [
    tailwindcss(),
    enhanceScript(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
});
