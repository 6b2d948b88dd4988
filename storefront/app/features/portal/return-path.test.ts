import { describe, expect, it } from "vitest";
import { isDoor, loginPath, returnPath } from "./return-path";

describe("coming back after signing in", () => {
  it("leads to the page of the portal that was asked for, in its language", () => {
    expect(returnPath("/producer/orders/order_1", "/producer")).toBe("/producer/orders/order_1");
    expect(returnPath("/en/producer/orders?page=2", "/en/producer")).toBe(
      "/en/producer/orders?page=2",
    );
    expect(returnPath("/producer", "/x")).toBe("/producer");
  });
  it("never leads to another site or out of the portal", () => {
    for (const path of [
      "https://evil.example/producer",
      "//evil.example/producer",
      "/\\evil.example",
      "/producers/che-shan",
      "/cart",
      "/producer/logout",
      "/en/producer/login?return_to=/producer/login",
      "",
      null,
    ]) {
      expect(returnPath(path, "/producer")).toBe("/producer");
    }
  });
  it("says why one has to sign in again, and remembers the page", () => {
    expect(loginPath({ notice: null, returnTo: "/producer" })).toBe("/producer/login");
    expect(loginPath({ notice: "ended", returnTo: "/producer/team" })).toBe(
      "/producer/login?notice=ended&return_to=%2Fproducer%2Fteam",
    );
  });
  it("tells the door from the shop", () => {
    expect(isDoor("/en/producer/login")).toBe(true);
    expect(isDoor("/producer")).toBe(false);
    expect(isDoor("/producer/products")).toBe(false);
  });
});
