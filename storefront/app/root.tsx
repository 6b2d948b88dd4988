import enhanceScript from "virtual:enhance";
import textLatin from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url";
import textVietnamese from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url";
import phuduLatin from "@fontsource-variable/phudu/files/phudu-latin-wght-normal.woff2?url";
import phuduVietnamese from "@fontsource-variable/phudu/files/phudu-vietnamese-wght-normal.woff2?url";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { barePath, hrefIn, languageOfPath } from "./language/phrases";
import { env } from "./lib/env.server";
import type { RouteHandle } from "./lib/handle";
import { useNonce } from "./lib/nonce";
import appStyles from "./styles/app.css?url";
import { ErrorPage, ErrorTitle } from "./ui/error-page";
import { Foot } from "./ui/foot";
import { Head } from "./ui/head";
import { SampleStrip } from "./ui/sample-strip";

const PRELOADED_FONTS = [phuduLatin, phuduVietnamese, textLatin, textVietnamese];

export function loader() {
  return { storefrontUrl: env().storefrontUrl, isSample: env().isSample };
}

/** What every page may read with `useRouteLoaderData("root")`. */
export type RootData = ReturnType<typeof loader>;

/** Root data changes only with a restart. */
export function shouldRevalidate() {
  return false;
}

function useIsHydrated(): boolean {
  return useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrate);
}

/** The document of every page. Only hydrated pages carry framework code; links to them are `<a>`. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const language = languageOfPath(pathname);
  const isHydrated = useIsHydrated();
  const root = useRouteLoaderData<RootData>("root");
  const nonce = useNonce();
  const error = useRouteError();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#FBFAF6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171512" media="(prefers-color-scheme: dark)" />
        {isHydrated ? null : <link rel="stylesheet" href={appStyles} />}
        {PRELOADED_FONTS.map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="" />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {root ? <LanguageLinks origin={root.storefrontUrl} /> : null}
        {error ? <ErrorTitle error={error} /> : null}
        <Meta />
        <Links />
        {isHydrated ? null : <script type="module" src={enhanceScript} />}
      </head>
      <body>
        {root?.isSample ? <SampleStrip /> : null}
        {isHydrated ? (
          children
        ) : (
          <>
            <Head />
            <main id="main" tabIndex={-1}>
              {children}
            </main>
            <Foot />
          </>
        )}
        {isHydrated ? <ScrollRestoration {...(nonce ? { nonce } : {})} /> : null}
        {isHydrated ? <Scripts {...(nonce ? { nonce } : {})} /> : null}
      </body>
    </html>
  );
}

/** The page's own address and its twin in the other language; a query counts where it has meaning. */
function LanguageLinks({ origin }: { origin: string }) {
  const { pathname, search } = useLocation();
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined);
  const meaning = handles.find((handle) => handle?.canonicalSearch)?.canonicalSearch?.(search);
  const bare = barePath(pathname);
  const vi = `${origin}${hrefIn("vi", bare)}${meaning ?? ""}`;
  const en = `${origin}${hrefIn("en", bare)}${meaning ?? ""}`;
  return (
    <>
      <link rel="canonical" href={languageOfPath(pathname) === "en" ? en : vi} />
      <link rel="alternate" hrefLang="vi" href={vi} />
      <link rel="alternate" hrefLang="en" href={en} />
      <link rel="alternate" hrefLang="x-default" href={vi} />
    </>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
