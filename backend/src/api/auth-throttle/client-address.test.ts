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
  it("is the same person however the storefront's socket writes it", () => {
    expect(clientAddress({ peer: "127.0.0.1", forwarded: "::ffff:203.0.113.9" })).toBe(
      clientAddress({ peer: "203.0.113.9", forwarded: undefined }),
    );
  });
  it("is the network of a household with IPv6, whichever of its addresses it takes", () => {
    const of = (forwarded: string) => clientAddress({ peer: "::1", forwarded });
    for (const one of ["2001:db8:0:7::1", "2001:DB8::7:aaaa:bbbb:cccc:dddd", "2001:db8:0:7:8::"]) {
      expect(of(one)).toBe("2001:db8:0:7::/64");
    }
    expect(of("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(of("2001:db8:0:8::1")).not.toBe(of("2001:db8:0:7::1"));
    expect(clientAddress({ peer: "2001:db8:0:7::1", forwarded: "1.2.3.4" })).toBe(
      "2001:db8:0:7::/64",
    );
  });
  it("is unknown when a neighbour names nobody", () => {
    expect(clientAddress({ peer: "127.0.0.1", forwarded: undefined })).toBeNull();
    expect(clientAddress({ peer: undefined, forwarded: "" })).toBeNull();
  });
});
