import path from "node:path";
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import express from "express";
import { env } from "../../lib/env";

/**
 * Uploaded files from FILES_DIR: Medusa itself serves only `static` below the working directory,
 * which a new build would wipe. Names carry a timestamp, so a file never changes. An uploaded SVG
 * must not run anything when opened by itself.
 */
const files = express.static(path.resolve(env.FILES_DIR), {
  immutable: true,
  maxAge: "365d",
  setHeaders: (res) => {
    res.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    res.setHeader("X-Content-Type-Options", "nosniff");
    res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  },
});

export const filesMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/static/*",
    middlewares: [
      (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
        req.url = req.originalUrl.replace(/^\/static/, "");
        files(req, res, next);
      },
    ],
  },
];
