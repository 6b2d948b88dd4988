import { describe, expect, it } from "vitest";
import { faultsOfBody, faultsOfPath, faultsOfQuery } from "./malformed";
import { isOpen } from "./open-routes";

describe("What no route can mean", () => {
  it("is a NUL character in a path, a query, a body or a name in it", () => {
    expect(faultsOfPath("/store/products/a%00")).toMatchObject([{ code: "nul_character" }]);
    expect(faultsOfPath("/store/products/%E0%A4%A")).toMatchObject([{ code: "malformed_escape" }]);
    expect(faultsOfQuery("q=a&q=b%00")).toMatchObject([{ field: "q" }]);
    expect(faultsOfBody({ a: { b: "\0" } })).toMatchObject([{ field: "a.b" }]);
    expect(faultsOfBody({ "a\0": 1 })).toHaveLength(1);
    expect(faultsOfPath("/store/products/c%C3%A0-ph%C3%AA")).toEqual([]);
  });

  it("is a page before the first or far behind the last", () => {
    for (const limit of ["-1", "0", "101", "1e3", "1.5", "x", "", "99999999999"]) {
      expect(faultsOfQuery(`limit=${limit}`)).toMatchObject([{ field: "limit" }]);
    }
    for (const offset of ["-1", "10001", "x"]) {
      expect(faultsOfQuery(`offset=${offset}`)).toMatchObject([{ field: "offset" }]);
    }
    expect(faultsOfQuery("limit=100&offset=10000")).toEqual([]);
    expect(faultsOfQuery("limit=1&offset=0")).toEqual([]);
  });

  it("is a quantity that is no whole number from 1 to 999", () => {
    for (const quantity of [0, -1, 0.5, 1_000, 3e9, "1", null]) {
      expect(faultsOfBody({ items: [{ quantity }] })).toMatchObject([
        { field: "items.0.quantity" },
      ]);
    }
    expect(faultsOfBody({ quantity: 1 })).toEqual([]);
    expect(faultsOfBody({ quantity: 999 })).toEqual([]);
  });

  it("is a body that is no object", () => {
    for (const body of [null, 0, "text", []]) {
      expect(faultsOfBody(body)).toMatchObject([{ code: "not_an_object" }]);
    }
    expect(faultsOfBody(undefined)).toEqual([]);
    expect(faultsOfBody({})).toEqual([]);
  });

  it("is metadata that a buyer makes up, and nesting without end", () => {
    expect(faultsOfBody({ metadata: {} })).toMatchObject([{ code: "not_accepted" }]);
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${"}".repeat(50)}`);
    expect(faultsOfBody(deep)).toMatchObject([{ code: "too_deep" }]);
  });
});

describe("Routes that are open", () => {
  it("are those of the list, with any value in the place of an id", () => {
    expect(isOpen("GET", "/store/carts/cart_1/checkout")).toBe(true);
    expect(isOpen("GET", "/store/products/")).toBe(true);
    expect(isOpen("HEAD", "/store/products")).toBe(true);
    expect(isOpen("POST", "/auth/customer/emailpass")).toBe(true);
  });

  it("are no others: lists of orders, promotions, payment, other ways to sign in", () => {
    for (const [method, path] of [
      ["GET", "/store/orders"],
      ["POST", "/store/carts/cart_1/promotions"],
      ["POST", "/store/carts/cart_1/shipping-methods"],
      ["POST", "/store/payment-collections"],
      ["POST", "/store/search"],
      ["GET", "/auth/customer/emailpass"],
      ["POST", "/auth/producer/emailpass/register"],
      ["GET", "/store/carts/a/b/checkout"],
    ] as const) {
      expect(isOpen(method, path), `${method} ${path}`).toBe(false);
    }
  });
});
