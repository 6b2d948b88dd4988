import { isIPv6 } from "node:net";

const PRIVATE =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * The address that a request really comes from. The storefront and load balancers stand on loopback
 * or a private network and name the client last in X-Forwarded-For; from anywhere else that header
 * is the caller's own invention and is ignored. Null when such a neighbour names nobody: then all
 * people look alike, and one of them must not shut the door for the others. Of an IPv6 address its
 * network of 64 bits is told: a household has all the addresses in it and may use a new one each time.
 */
export function clientAddress(request: {
  peer: string | undefined;
  forwarded: string | string[] | undefined;
}): string | null {
  const peer = withoutMapping(request.peer ?? "");
  if (peer !== "" && !PRIVATE.test(peer)) return networkOf(peer);
  const named = [request.forwarded ?? []].flat().join(",").split(",").at(-1)?.trim();
  return named ? networkOf(withoutMapping(named.slice(0, 64))) : null;
}

/** An IPv4 address as a socket for both kinds writes it, "::ffff:203.0.113.9", as itself. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** The first four groups of an IPv6 address, however it is written; anything else as it is. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const ending = (tail ?? "").split(":").filter((group) => group !== "");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - groups.length - ending.length);
  const all = [...groups, ...Array.from({ length: gap }, () => "0"), ...ending];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
