import { describe, expect, it } from "vitest";
import {
  chooseEncoding,
  encode,
  PAGE_LIMIT,
  PageCache,
  type RenderedPage,
} from "./page-cache.server";

function aPage(facts: Partial<RenderedPage> = {}): RenderedPage {
  return { status: 200, headers: [], body: Buffer.from("Phiên chợ"), ...facts };
}
/** A clock that stands still until it is set. */
function aClock(at: string) {
  let now = new Date(at);
  return { read: () => now, set: (next: string) => (now = new Date(next)) };
}

describe("pages kept for everyone", () => {
  it("a page is rendered once for all who ask at the same time", async () => {
    const cache = new PageCache();
    let renderings = 0;
    const render = async () => {
      renderings += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return aPage();
    };
    await Promise.all([cache.get("/", render), cache.get("/", render), cache.get("/en", render)]);
    expect(renderings).toBe(2);
  });

  it("a page lives five seconds and no longer", async () => {
    const clock = aClock("2026-11-21T03:00:00.000Z");
    const cache = new PageCache(clock.read);
    await cache.get("/", async () => aPage());
    clock.set("2026-11-21T03:00:04.999Z");
    expect(cache.peek("/")).toBeDefined();
    clock.set("2026-11-21T03:00:05.000Z");
    expect(cache.peek("/")).toBeUndefined();
  });

  it("a page of yesterday is never shown after midnight in Vietnam", async () => {
    const clock = aClock("2026-11-21T16:59:58.000Z");
    const cache = new PageCache(clock.read);
    await cache.get("/", async () => aPage());
    clock.set("2026-11-21T16:59:59.999Z");
    expect(cache.peek("/")).toBeDefined();
    clock.set("2026-11-21T17:00:00.000Z");
    expect(cache.peek("/")).toBeUndefined();
  });

  it("a page that took long over midnight is not kept", async () => {
    const clock = aClock("2026-11-21T16:59:59.900Z");
    const cache = new PageCache(clock.read);
    await cache.get("/", async () => {
      clock.set("2026-11-21T17:00:00.100Z");
      return aPage();
    });
    expect(cache.peek("/")).toBeUndefined();
  });

  it("a page that sets a cookie or failed is given to nobody else", async () => {
    const cache = new PageCache();
    await cache.get("/a", async () => aPage({ headers: [["Set-Cookie", "cart=1"]] }));
    await cache.get("/b", async () => aPage({ status: 503 }));
    await cache.get("/c", async () => aPage({ status: 302 }));
    await cache.get("/d", async () => aPage({ status: 404 }));
    expect([cache.peek("/a"), cache.peek("/b"), cache.peek("/c")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(cache.peek("/d")).toBeDefined();
  });

  it("after a failed rendering the next visitor gets a new one", async () => {
    const cache = new PageCache();
    await expect(cache.get("/", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect((await cache.get("/", async () => aPage())).status).toBe(200);
  });

  it("the oldest page makes room when there are too many", async () => {
    const cache = new PageCache();
    for (let i = 0; i <= PAGE_LIMIT; i++) await cache.get(`/${i}`, async () => aPage());
    expect(cache.peek("/0")).toBeUndefined();
    expect(cache.peek("/1")).toBeDefined();
    expect(cache.peek(`/${PAGE_LIMIT}`)).toBeDefined();
  });

  it("each encoding is made once, the best that the browser takes", async () => {
    const page = await new PageCache().get("/", async () => aPage());
    expect(chooseEncoding("gzip, deflate, br")).toBe("br");
    expect(chooseEncoding("gzip")).toBe("gzip");
    expect(chooseEncoding(undefined)).toBe("identity");
    expect(encode(page, "br")).toBe(encode(page, "br"));
    expect(encode(page, "identity").toString()).toBe("Phiên chợ");
  });
});
