import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import { clientAddress } from "./client-address";
import { FailureThrottle } from "./throttle";

/** Signing in, registering and asking for a new password, for whatever actor and provider. */
const GUARDED = /^\/auth\/([^/]+)\/[^/]+(\/register|\/reset-password)?\/?$/i;
/** Two-part paths under /auth that check a token instead of a password. */
const NOT_ACTORS = new Set(["token", "verification", "mfa"]);

const throttle = new FailureThrottle();

/**
 * Slows down guessing of passwords. All methods are looked at, because Medusa signs in on GET with
 * a body too. A failure is an answer of 401; asking for a new password always counts, because its
 * answer never tells and each one sends a mail. An attempt that ends without an answer counts.
 */
function throttleSignIns(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const path = req.originalUrl.split("?")[0] ?? "";
  const [, actor, suffix] = GUARDED.exec(path) ?? [];
  if (actor === undefined || NOT_ACTORS.has(actor.toLowerCase())) {
    next();
    return;
  }

  const admission = throttle.attempt(
    {
      account: accountOf(req.body),
      address: clientAddress({
        peer: req.socket.remoteAddress,
        forwarded: req.headers["x-forwarded-for"],
      }),
    },
    Date.now(),
  );
  if (!admission.admitted) {
    res.setHeader("Retry-After", String(admission.retry_after_seconds));
    res.status(429).json({
      type: "too_many_attempts",
      code: "too_many_attempts",
      message: `Too many failed attempts. Try again in ${admission.retry_after_seconds} seconds.`,
    });
    return;
  }
  if (suffix?.toLowerCase() !== "/reset-password") {
    res.once("finish", () => {
      if (res.statusCode !== 401) admission.forgive();
    });
  }
  next();
}

function accountOf(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const { email, identifier } = body as { email?: unknown; identifier?: unknown };
  const account = email ?? identifier;
  return typeof account === "string" ? account : "";
}

export const authThrottleMiddlewares: MiddlewareRoute[] = [
  { matcher: "/auth/*", middlewares: [throttleSignIns] },
];
