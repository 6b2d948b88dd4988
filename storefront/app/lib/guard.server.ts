import { MAX_PHOTOS, PHOTO_BYTES } from "@cho-lang/shared/domain/refund-request";
import { env } from "./env.server";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export type PolicyFacts = {
  /** Set on pages that run Remix's own scripts, which are inline. */
  nonce?: string | undefined;
  pictureOrigins: readonly string[];
  /** Of Stripe, or of its simulator; only the page that takes money runs anything of theirs. */
  cardOrigins?: readonly string[];
};

/**
 * The Content-Security-Policy of a page. Shopper pages run nothing inline; pages of the portal
 * run what carries this answer's nonce. Inline `style` attributes are refused everywhere.
 */
export function contentSecurityPolicy(facts: PolicyFacts): string {
  const { nonce, pictureOrigins, cardOrigins = [] } = facts;
  const cards = cardOrigins.map((origin) => ` ${origin}`).join("");
  return [
    "default-src 'none'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}${cards}`,
    "style-src 'self'",
    `img-src 'self' data: blob: ${pictureOrigins.join(" ")}`.trim(),
    "font-src 'self'",
    `connect-src 'self'${cards}`,
    ...(cards ? [`frame-src${cards}`] : []),
    "form-action 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What a page may use of the device: the portal alone scans tickets with the camera. */
export function permissionsPolicy(facts: { isPortal: boolean }): string {
  return `camera=(${facts.isPortal ? "self" : ""}), geolocation=(self), microphone=()`;
}

const STRIPE_ORIGINS = [
  "https://js.stripe.com",
  "https://*.js.stripe.com",
  "https://hooks.stripe.com",
  "https://api.stripe.com",
];

/** The one kind of page that takes money. */
export function isPayPath(path: string): boolean {
  return /^(\/en)?\/purchase\//.test(path);
}

let shopperHeaders: [string, string][] | undefined;

/**
 * Headers of every answer. Those of shopper pages without a nonce are made once, for all of them.
 */
export function securityHeaders(facts: {
  nonce: string | undefined;
  isPortal: boolean;
  isPay: boolean;
}): [string, string][] {
  if (facts.nonce || facts.isPortal || facts.isPay) return makeSecurityHeaders(facts);
  shopperHeaders ??= makeSecurityHeaders(facts);
  return shopperHeaders;
}

function makeSecurityHeaders(facts: {
  nonce: string | undefined;
  isPortal: boolean;
  isPay: boolean;
}): [string, string][] {
  const { nonce, isPay } = facts;
  const { isProduction, pictureOrigins, storefrontUrl, cardSimulator } = env();
  const headers: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", permissionsPolicy(facts)],
  ];
  // Vite's development client is inline and styles by <style>; the policy guards what is built.
  if (isProduction) {
    const cardOrigins = !isPay ? [] : cardSimulator ? [cardSimulator] : STRIPE_ORIGINS;
    const policy = contentSecurityPolicy({ nonce, pictureOrigins, cardOrigins });
    headers.push(["Content-Security-Policy", policy]);
  }
  if (storefrontUrl.startsWith("https:")) {
    headers.push(["Strict-Transport-Security", `max-age=${YEAR_SECONDS}`]);
  }
  return headers;
}

/**
 * What other pages learn of an address that a visitor leaves. Some of ours hold a secret: a ticket's
 * goes nowhere; that of a purchase and of a mailed link stays with us, because their forms must name
 * their origin.
 */
export function referrerPolicy(path: string): string {
  if (/^(\/en)?\/tickets\//.test(path)) return "no-referrer";
  if (isPayPath(path) || /^(\/en)?\/(account|producer)\/reset\b/.test(path)) return "same-origin";
  return "strict-origin-when-cross-origin";
}

export type WriteFacts = {
  method: string;
  /** The `Host` that the visitor asked. */
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
  /** Our public address. */
  storefrontUrl: string;
};

/**
 * Whether a request that changes something comes from one of our own pages. Browsers say so in
 * Sec-Fetch-Site; older ones send Origin. A request with neither is from no browser that could
 * be tricked into sending another person's cookies (they are SameSite=Lax besides).
 */
export function isOwnRequest(facts: WriteFacts): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(facts.method)) return true;
  if (facts.secFetchSite) {
    return facts.secFetchSite === "same-origin" || facts.secFetchSite === "none";
  }
  if (!facts.origin) return true;
  if (!URL.canParse(facts.origin)) return false;
  const origin = new URL(facts.origin);
  return origin.host === facts.host || origin.origin === new URL(facts.storefrontUrl).origin;
}

const MB = 1024 * 1024;

const FORM_LIMIT = {
  bytes: MB,
  refusal: "This form is too large; at most 1 MB can be sent.",
};

/**
 * Of the one form that carries photos: twice as many as are taken, so that whoever chooses too many
 * is told so beside the form; photos are read one by one and never kept together.
 */
const PHOTO_FORM_LIMIT = {
  bytes: 2 * MAX_PHOTOS * PHOTO_BYTES + MB,
  refusal: `Ảnh nặng quá. Bấm nút quay lại: những gì bạn đã ghi vẫn còn; hãy chọn nhiều nhất ${MAX_PHOTOS} ảnh.
These photos are too large. Go back, what you wrote is still there; choose ${MAX_PHOTOS} photos at most.`,
};

/** The largest body that may be sent to this path, in bytes, and what is said of a larger one. */
export function bodyLimit(path: string): { bytes: number; refusal: string } {
  const isPhotoForm = /^(\/en)?\/purchase\/[^/]+\/orders\/[^/]+\/refund(\.data)?$/.test(path);
  return isPhotoForm ? PHOTO_FORM_LIMIT : FORM_LIMIT;
}

/** Whether the page at this path runs framework code: only the producers' portal does. */
export function isHydratedPath(path: string): boolean {
  return /^(\/en)?\/producer(\/|$|\.data)/.test(path);
}
