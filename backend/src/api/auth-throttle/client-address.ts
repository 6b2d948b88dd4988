const PRIVATE =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * The address that a request really comes from. The storefront and load balancers stand on loopback
 * or a private network and name the client last in X-Forwarded-For; from anywhere else that header
 * is the caller's own invention and is ignored. Null when such a neighbour names nobody: then all
 * people look alike, and one of them must not shut the door for the others.
 */
export function clientAddress(request: {
  peer: string | undefined;
  forwarded: string | string[] | undefined;
}): string | null {
  const peer = (request.peer ?? "").replace(/^::ffff:/i, "");
  if (peer !== "" && !PRIVATE.test(peer)) return peer;
  const named = [request.forwarded ?? []].flat().join(",").split(",").at(-1)?.trim();
  return named ? named.slice(0, 64) : null;
}
