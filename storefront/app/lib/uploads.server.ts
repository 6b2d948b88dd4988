import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { NextFunction, Request, Response } from "express";
import { env } from "./env.server";

const kept = ["content-type", "content-length", "etag", "last-modified", "content-security-policy"];

/**
 * Answers `/static/<file>` with the backend's uploaded file, so that pictures come from the page's
 * own origin whatever the backend's address is. A file never changes under its name.
 */
export async function answerUpload(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const answer = await fetch(`${env().backendUrl}${req.path}`, {
      signal: AbortSignal.timeout(10_000),
      headers: { "if-none-match": req.get("if-none-match") ?? "" },
    });
    const isUsable = answer.ok || answer.status === 304;
    res.status(isUsable ? answer.status : 404);
    if (!isUsable || !answer.body) {
      res.end();
      return;
    }
    for (const name of kept) {
      const value = answer.headers.get(name);
      if (value) res.setHeader(name, value);
    }
    res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    Readable.fromWeb(answer.body as ReadableStream)
      .on("error", next)
      .pipe(res);
  } catch (error) {
    next(error);
  }
}
