import { z } from "zod";

/** A day in Vietnam. */
export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day written YYYY-MM-DD");
/** A month of such days. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month written YYYY-MM");
/** The language of an answer's words. */
export const lang = z.enum(["vi", "en"]).default("vi");
/** An instant in ISO 8601, UTC. */
export const instant = z.string();
/** Stars of a certificate in force. */
export const stars = z.union([z.literal(3), z.literal(4), z.literal(5)]);
/** Whole đồng for one kilogram, litre or piece, to compare packs of different sizes. */
export const unitPrice = z.object({ price_vnd: z.int(), per: z.enum(["kg", "litre", "piece"]) });
/** A province as pages name it and link to it. */
export const provinceLink = z.object({ code: z.string(), slug: z.string(), name: z.string() });
/** A picture; width and height in pixels. */
export const picture = z.object({
  url: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
});

export type Picture = z.infer<typeof picture>;
