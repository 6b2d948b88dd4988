import { isLanguage, type Language } from "@cho-lang/shared/language";
import { z } from "@medusajs/framework/zod";

/** `?lang=` of the shop's own routes; Vietnamese when left out, any other value is refused. */
export const langQuery = z.strictObject({
  lang: z
    .string()
    .default("vi")
    .refine(isLanguage, "vi or en")
    .transform((lang): Language => (lang === "en" ? "en" : "vi")),
});
