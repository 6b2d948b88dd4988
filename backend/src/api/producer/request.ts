import { isLanguage, type Language } from "@cho-lang/shared/language";
import type { MedusaRequest } from "@medusajs/framework/http";
import { z } from "zod";
import { parse } from "../../lib/errors";
import type { ProducerScope } from "./scope";

/** A request of a signed-in member; the middleware of /producer has set `producer`. */
export interface ProducerRequest extends MedusaRequest {
  producer: ProducerScope;
}

const pageNumber = z.coerce.number().int().min(1).max(1000).default(1);

/** `page`, 1 to 1000; 1 when it is not given. */
export function pageOf(req: MedusaRequest): number {
  return parse(z.object({ page: pageNumber }), { page: req.query.page }).page;
}

/** `lang`; Vietnamese when it is not given or unknown. */
export function languageOf(req: MedusaRequest): Language {
  return isLanguage(req.query.lang) ? req.query.lang : "vi";
}

/** A part of the path, always a string. */
export function param(req: MedusaRequest, name: string): string {
  return String(req.params[name] ?? "");
}
