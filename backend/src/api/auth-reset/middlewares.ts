import { isLanguage } from "@cho-lang/shared/language";
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";

/**
 * Lets the mail with the link for a new password be in the asker's language: `?lang=en` becomes the
 * one piece of metadata that Medusa carries to `auth.password_reset`. Whatever else a caller calls
 * metadata is refused by the guard.
 */
function carryLanguage(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const { body } = req;
  const isReset = /\/reset-password\/?$/i.test(req.originalUrl.split("?")[0] ?? "");
  if (isReset && typeof body === "object" && body !== null && isLanguage(req.query.lang)) {
    req.body = { ...body, metadata: { lang: req.query.lang } };
  }
  next();
}

export const authResetMiddlewares: MiddlewareRoute[] = [
  { matcher: "/auth/*", middlewares: [carryLanguage] },
];
