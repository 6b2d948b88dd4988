import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { nextMidnightInVietnam } from "@cho-lang/shared/calendar";

/** How long a rendered page may be given to others, in milliseconds. */
export const PAGE_LIFE_MS = 5000;
/** Pages kept at once; the oldest goes first. About 30 KB each with its compressed forms. */
export const PAGE_LIMIT = 500;

export type Encoding = "br" | "gzip" | "identity";

/** One rendered page and its compressed forms, each made once. */
export type CachedPage = {
  status: number;
  headers: [string, string][];
  body: Buffer;
  encoded: Map<Encoding, Buffer>;
  /** Milliseconds since 1970. */
  expiresAt: number;
};
export type RenderedPage = Pick<CachedPage, "status" | "headers" | "body">;

/**
 * Pages that are the same for everyone, by address (which carries the language). Visitors who ask
 * for a page that is being rendered wait for that one rendering. A page lives 5 s from the start
 * of its rendering and never past midnight in Vietnam, when certificates may expire. Only answers
 * 200 and 404 without cookies are kept; others are shared with those who wait, then forgotten.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>();
  readonly #flights = new Map<string, Promise<CachedPage>>();
  readonly #now: () => Date;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  /** The kept page at this address, or `undefined` when there is none or it is too old. */
  peek(address: string): CachedPage | undefined {
    const page = this.#pages.get(address);
    if (page && page.expiresAt > this.#now().getTime()) return page;
    if (page) this.#pages.delete(address);
    return undefined;
  }

  /** The kept page, or one rendered now; `render` runs at most once at a time per address. */
  async get(address: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const kept = this.peek(address);
    if (kept) return kept;
    const underway = this.#flights.get(address);
    if (underway) return underway;
    const flight = this.#render(address, render);
    this.#flights.set(address, flight);
    try {
      return await flight;
    } finally {
      this.#flights.delete(address);
    }
  }

  async #render(address: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const startedAt = this.#now();
    const midnight = nextMidnightInVietnam(startedAt).getTime();
    const page: CachedPage = {
      ...(await render()),
      encoded: new Map(),
      expiresAt: Math.min(startedAt.getTime() + PAGE_LIFE_MS, midnight),
    };
    const setsCookie = page.headers.some(([name]) => name.toLowerCase() === "set-cookie");
    if ((page.status === 200 || page.status === 404) && !setsCookie) {
      this.#pages.delete(address);
      this.#pages.set(address, page);
      const oldest = this.#pages.keys().next();
      if (this.#pages.size > PAGE_LIMIT && !oldest.done) this.#pages.delete(oldest.value);
    }
    return page;
  }
}

/** The best encoding that the browser accepts. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted?.includes("br")) return "br";
  return accepted?.includes("gzip") ? "gzip" : "identity";
}

/** The page's bytes in this encoding, compressed on first use. */
export function encode(page: CachedPage, encoding: Encoding): Buffer {
  let bytes = page.encoded.get(encoding);
  if (!bytes) {
    bytes = compress(page.body, encoding);
    page.encoded.set(encoding, bytes);
  }
  return bytes;
}

function compress(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return gzipSync(body);
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 4,
    },
  });
}
