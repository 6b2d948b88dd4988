import { env } from "./env.server";
import { visitorAddress } from "./visitor.server";

/** How long the backend may take for one picture, in milliseconds. */
const PICTURE_TIMEOUT_MS = 10_000;

/** Told of every private picture: it is kept nowhere. */
const PRIVATE = {
  "cache-control": "private, no-store",
  "content-disposition": "inline",
  "x-robots-tag": "noindex",
};

/**
 * A picture that only some may see, read from the backend with what they prove themselves by and
 * streamed on. Whatever the backend refuses, or that is no JPEG, is 404.
 */
export async function answerPrivatePicture(
  path: string,
  proof: { signature?: string | null; token?: string | undefined },
): Promise<Response> {
  const headers = new Headers({ "x-publishable-api-key": env().publishableKey });
  if (proof.token) headers.set("authorization", `Bearer ${proof.token}`);
  const visitor = visitorAddress.getStore();
  if (visitor) headers.set("x-forwarded-for", visitor);
  const query = proof.signature
    ? `?token=${encodeURIComponent(proof.signature.slice(0, 200))}`
    : "";
  const signal = AbortSignal.timeout(PICTURE_TIMEOUT_MS);
  try {
    const answer = await fetch(`${env().backendUrl}${path}${query}`, { headers, signal });
    if (answer.ok && answer.headers.get("content-type") === "image/jpeg") {
      return new Response(answer.body, {
        headers: { ...PRIVATE, "content-type": "image/jpeg" },
      });
    }
    await answer.body?.cancel();
    const status = answer.status >= 500 || answer.status === 429 ? 503 : 404;
    return new Response(null, { status, headers: PRIVATE });
  } catch (error) {
    console.error(`GET ${path} got no picture from the backend.`, error);
    return new Response(null, { status: 503, headers: PRIVATE });
  }
}
