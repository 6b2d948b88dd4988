import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("The address behind a request", () => {
  it("is the one the storefront on the same machine names", () => {
    expect(clientAddress({ peer: "::ffff:127.0.0.1", forwarded: "203.0.113.9" })).toBe(
      "203.0.113.9",
    );
  });
  it("is the last of several, which the nearest proxy wrote", () => {
    expect(clientAddress({ peer: "10.0.0.4", forwarded: "1.2.3.4, 203.0.113.9" })).toBe(
      "203.0.113.9",
    );
    expect(clientAddress({ peer: "10.0.0.4", forwarded: ["1.2.3.4", "203.0.113.9"] })).toBe(
      "203.0.113.9",
    );
  });
  it("is the caller's own when a stranger from outside claims another", () => {
    expect(clientAddress({ peer: "198.51.100.7", forwarded: "1.2.3.4" })).toBe("198.51.100.7");
  });
  it("is unknown when a neighbour names nobody", () => {
    expect(clientAddress({ peer: "127.0.0.1", forwarded: undefined })).toBeNull();
    expect(clientAddress({ peer: undefined, forwarded: "" })).toBeNull();
  });
});
