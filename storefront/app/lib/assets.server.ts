import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { NextFunction, Request, Response } from "express";

const compress = promisify(brotliCompress);

/** Built files that compress well, and what they are. Fonts are compressed by nature. */
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Answers `/assets/<file>` with its smallest form, made once and kept: the build has a few dozen
 * small files, and their names carry a hash. Others, and browsers without brotli, go on.
 */
export function answerAsset(folder: string) {
  const kept = new Map<string, Promise<Buffer | null>>();
  return async (req: Request, res: Response, next: NextFunction) => {
    const name = basename(req.path);
    const type = TYPES[extname(name)];
    const acceptsBrotli = req.headers["accept-encoding"]?.includes("br");
    if (!type || !acceptsBrotli || req.path !== `/${name}`) return next();
    let bytes = kept.get(name);
    if (!bytes) {
      bytes = compressFile(join(folder, name));
      kept.set(name, bytes);
    }
    const body = await bytes;
    if (!body) {
      kept.delete(name);
      return next();
    }
    res.setHeader("Content-Type", type);
    res.setHeader("Content-Encoding", "br");
    res.setHeader("Content-Length", body.byteLength);
    res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    res.setHeader("Vary", "Accept-Encoding");
    res.end(req.method === "HEAD" ? undefined : body);
  };
}

async function compressFile(path: string): Promise<Buffer | null> {
  const source = await readFile(path).catch(() => null);
  if (!source) return null;
  return compress(source, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: source.byteLength,
    },
  });
}
