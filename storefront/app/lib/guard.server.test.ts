import { describe, expect, it } from "vitest";
import { isAnonymousPage } from "./anonymous-pages";
import {
  bodyLimit,
  contentSecurityPolicy,
  isHydratedPath,
  isOwnRequest,
  isPayPath,
  permissionsPolicy,
  referrerPolicy,
  type WriteFacts,
} from "./guard.server";

function aWrite(facts: Partial<WriteFacts> = {}): WriteFacts {
  return {
    method: "POST",
    host: "cholang.example",
    origin: undefined,
    secFetchSite: undefined,
    storefrontUrl: "https://cholang.example",
    ...facts,
  };
}

describe("who may send a form", () => {
  it("our own page may, by either sign that browsers give", () => {
    expect(isOwnRequest(aWrite({ secFetchSite: "same-origin" }))).toBe(true);
    expect(isOwnRequest(aWrite({ origin: "https://cholang.example" }))).toBe(true);
  });

  it("another site may not, nor a page that hides where it comes from", () => {
    expect(isOwnRequest(aWrite({ secFetchSite: "cross-site" }))).toBe(false);
    expect(isOwnRequest(aWrite({ secFetchSite: "same-site" }))).toBe(false);
    expect(isOwnRequest(aWrite({ origin: "https://evil.example" }))).toBe(false);
    expect(isOwnRequest(aWrite({ origin: "null" }))).toBe(false);
  });

  it("the browser's own word outranks a matching Origin", () => {
    const facts = { secFetchSite: "cross-site", origin: "https://cholang.example" };
    expect(isOwnRequest(aWrite(facts))).toBe(false);
  });

  it("reading is open to links from anywhere", () => {
    expect(isOwnRequest(aWrite({ method: "GET", secFetchSite: "cross-site" }))).toBe(true);
  });
});

describe("how much a form may send", () => {
  it("is a megabyte, and five photos of full size where photos are asked for", () => {
    for (const path of ["/cart", "/purchase/p1", "/purchase/p1/orders/CL-1/refund/more"]) {
      expect(bodyLimit(path).bytes).toBe(1024 * 1024);
    }
    const photos = 5 * 12 * 1024 * 1024;
    for (const path of ["/purchase/p1/orders/CL-1/refund", "/en/purchase/p1/orders/CL-1/refund"]) {
      expect(bodyLimit(path).bytes).toBeGreaterThan(photos);
    }
  });
});

describe("what a page may run", () => {
  it("a shopper's page runs no inline script and no inline style", () => {
    const policy = contentSecurityPolicy({ pictureOrigins: ["https://pictures.example"] });
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("https://pictures.example");
  });

  it("a portal page runs what carries its nonce", () => {
    expect(contentSecurityPolicy({ nonce: "abc", pictureOrigins: [] })).toContain(
      "'self' 'nonce-abc'",
    );
  });

  it("a page that takes money runs Stripe's script and shows its fields, and nothing inline", () => {
    const policy = contentSecurityPolicy({
      pictureOrigins: [],
      cardOrigins: ["https://js.stripe.com"],
    });
    expect(policy).toContain("script-src 'self' https://js.stripe.com;");
    expect(policy).toContain("frame-src https://js.stripe.com");
    expect(policy).not.toContain("unsafe");
    expect(contentSecurityPolicy({ pictureOrigins: [] })).not.toContain("frame-src");
    expect(["/purchase/pur_1", "/en/purchase/pur_1"].every(isPayPath)).toBe(true);
    expect(["/", "/cart", "/purchases", "/producer/purchase/1"].some(isPayPath)).toBe(false);
  });

  it("only the portal may ask for the camera", () => {
    expect(permissionsPolicy({ isPortal: true })).toContain("camera=(self)");
    expect(permissionsPolicy({ isPortal: false })).toContain("camera=()");
  });

  it("only the portal is hydrated, in both languages", () => {
    expect(["/producer", "/en/producer/orders", "/producer.data"].every(isHydratedPath)).toBe(true);
    expect(["/producers/hai", "/", "/en", "/cart"].some(isHydratedPath)).toBe(false);
  });
});

describe("pages that are the same for everyone", () => {
  it("the market's shelves are, a person's own pages are not", () => {
    expect(["/", "/en", "/products", "/en/tours/bat-trang", "/verify"].every(isAnonymousPage)).toBe(
      true,
    );
    const own = [
      "/cart",
      "/en/cart",
      "/checkout",
      "/account",
      "/purchase/x",
      "/tickets/x",
      "/producer",
      "/login",
    ];
    expect(own.some(isAnonymousPage)).toBe(false);
  });
});

describe("addresses that hold a secret", () => {
  it.each([
    ["/purchase/purch_1", "same-origin"],
    ["/en/purchase/purch_1", "same-origin"],
    ["/tickets/0b2f.ics", "no-referrer"],
    ["/en/tickets/0b2f", "no-referrer"],
    ["/account/reset", "same-origin"],
    ["/en/producer/reset", "same-origin"],
    ["/products", "strict-origin-when-cross-origin"],
  ])("of %s other pages learn: %s", (path, policy) => {
    expect(referrerPolicy(path)).toBe(policy);
  });
});
