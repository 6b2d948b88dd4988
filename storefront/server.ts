import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createRenderer, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { isAnonymousPage } from "./app/lib/anonymous-pages";
import { answerAsset } from "./app/lib/assets.server";
import { env } from "./app/lib/env.server";
import {
  bodyLimit,
  isHydratedPath,
  isOwnRequest,
  isPayPath,
  referrerPolicy,
  securityHeaders,
} from "./app/lib/guard.server";
import { type CachedPage, chooseEncoding, encode, PageCache } from "./app/lib/page-cache.server";
import { answerUpload } from "./app/lib/uploads.server";
import { visitorAddress } from "./app/lib/visitor.server";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const CLIENT = fileURLToPath(new URL("./build/client/", import.meta.url));

/** Handles a request that no kept page answers. */
type Handler = (req: IncomingMessage, res: ServerResponse) => void;

async function createHandler(): Promise<Handler> {
  const app = express();
  app.disable("x-powered-by");
  // Who asks is the proxy's to say, where the proxy is on this machine or on a private network.
  app.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);
  app.use(refuseForeignWrites, setSecurityHeaders, nameVisitor);
  const cache = new PageCache();
  const build = env().isProduction
    ? await productionBuild(app, cache)
    : await developmentBuild(app);
  app.use(trimTrailingSlash);
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: env().isProduction ? "production" : "development",
      getLoadContext: (_req, res) => ({ nonce: res.locals.nonce }),
    }),
  );
  app.use(answerFault);
  return (req, res) => answerKept(cache, req, res) || app(req, res);
}

async function productionBuild(app: Express, cache: PageCache): Promise<ServerBuild> {
  const address = new URL("./build/server/index.js", import.meta.url).href;
  const build = (await import(address)) as ServerBuild;
  app.get("*", answerFromCache(cache, createRenderer(build, "production")));
  const immutable = { immutable: true, maxAge: YEAR_SECONDS * 1000, index: false };
  app.use("/assets", answerAsset(`${CLIENT}/assets`));
  app.use(compression({ threshold: 512 }));
  app.use("/assets", express.static(`${CLIENT}/assets`, { ...immutable, fallthrough: false }));
  app.use(express.static(CLIENT, { maxAge: 60 * 60 * 1000, index: false }));
  app.get("/static/:file", answerUpload);
  return build;
}

async function developmentBuild(app: Express): Promise<() => Promise<ServerBuild>> {
  const vite = await import("vite");
  const server = await vite.createServer({
    root: fileURLToPath(new URL(".", import.meta.url)),
    server: { middlewareMode: true, host: env().host },
  });
  app.get("/static/:file", answerUpload);
  app.use(server.middlewares);
  return () => server.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
}

type Renderer = (request: globalThis.Request) => Promise<globalThis.Response>;

/** Answers pages that are the same for everyone, rendered without any cookie. */
function answerFromCache(cache: PageCache, render: Renderer) {
  return async (req: Request, res: Response, next: NextFunction) => {
    if (!isAnonymousPage(req.path) || (req.path !== "/" && req.path.endsWith("/"))) return next();
    const address = req.originalUrl;
    try {
      const page = await cache.get(address, async () => {
        const request = new globalThis.Request(`${env().storefrontUrl}${address}`);
        const answer = await render(request);
        const body = Buffer.from(await answer.arrayBuffer());
        return { status: answer.status, headers: [...answer.headers], body };
      });
      sendPage(page, req, res);
    } catch (error) {
      next(error);
    }
  };
}

/** The quick way: a page that is kept needs nothing of express. */
function answerKept(cache: PageCache, req: IncomingMessage, res: ServerResponse): boolean {
  const page = req.method === "GET" && req.url ? cache.peek(req.url) : undefined;
  if (!page) return false;
  const headers = securityHeaders({ nonce: undefined, isPortal: false, isPay: false });
  for (const [name, value] of headers) res.setHeader(name, value);
  res.setHeader("Referrer-Policy", referrerPolicy(""));
  sendPage(page, req, res);
  return true;
}

function sendPage(page: CachedPage, req: IncomingMessage, res: ServerResponse) {
  const encoding = chooseEncoding(req.headers["accept-encoding"]);
  const bytes = encode(page, encoding);
  res.statusCode = page.status;
  for (const [name, value] of page.headers) res.appendHeader(name, value);
  if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-cache");
  res.setHeader("Vary", "Accept-Encoding");
  res.setHeader("Content-Length", bytes.byteLength);
  if (encoding !== "identity") res.setHeader("Content-Encoding", encoding);
  res.end(req.method === "HEAD" ? undefined : bytes);
}

function setSecurityHeaders(req: Request, res: Response, next: NextFunction) {
  const isHydrated = isHydratedPath(req.path);
  const nonce = isHydrated || !env().isProduction ? randomBytes(16).toString("base64") : undefined;
  res.locals.nonce = nonce;
  const headers = securityHeaders({ nonce, isPortal: isHydrated, isPay: isPayPath(req.path) });
  for (const [name, value] of headers) res.setHeader(name, value);
  res.setHeader("Referrer-Policy", referrerPolicy(req.path));
  if (isHydrated) res.setHeader("Cache-Control", "no-store");
  next();
}

function nameVisitor(req: Request, _res: Response, next: NextFunction) {
  visitorAddress.run(req.ip ?? "", next);
}

function refuseForeignWrites(req: Request, res: Response, next: NextFunction) {
  const isOwn = isOwnRequest({
    method: req.method,
    host: req.headers.host,
    origin: req.headers.origin,
    secFetchSite: req.get("sec-fetch-site"),
    storefrontUrl: env().storefrontUrl,
  });
  if (!isOwn) {
    res.status(403).type("text").send("This form was not sent from our own pages.");
    return;
  }
  if (req.headers["transfer-encoding"]) {
    res.status(411).type("text").send("A form must say how long it is (Content-Length).");
    return;
  }
  const limit = bodyLimit(req.path);
  if (Number(req.headers["content-length"] ?? 0) > limit.bytes) {
    res.status(413).type("text").send(limit.refusal);
    return;
  }
  next();
}

/** `/cart/` and `/cart` are one page; the one without the slash is its address. */
function trimTrailingSlash(req: Request, res: Response, next: NextFunction) {
  if (req.method !== "GET" || req.path === "/" || !req.path.endsWith("/")) return next();
  const path = `/${req.path.replace(/^\/+|\/+$/g, "")}`;
  res.redirect(301, path + req.originalUrl.slice(req.path.length));
}

function answerFault(error: unknown, req: Request, res: Response, next: NextFunction) {
  if (res.headersSent) return next(error);
  const isBadAddress = error instanceof URIError || error instanceof TypeError;
  if (!isBadAddress) console.error(`${req.method} ${req.path}`, error);
  const status = statusOf(error) ?? (isBadAddress ? 400 : 500);
  res
    .status(status)
    .type("text")
    .send(status < 500 ? "Bad request" : "Internal server error");
}

function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return typeof status === "number" ? status : undefined;
}

function closeOnSignals(server: Server) {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), 3000).unref();
    });
  }
}

try {
  const { host, port } = env();
  const server = createServer(await createHandler());
  server.listen(port, host, () => {
    console.log(`The storefront answers at http://${host}:${port}`);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken. Stop what uses it, or choose another with PORT.`
        : error.message,
    );
    process.exit(1);
  });
  closeOnSignals(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
