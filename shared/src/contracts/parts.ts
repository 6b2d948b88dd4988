import { z } from "zod";

/** A day in Vietnam. */
export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day written YYYY-MM-DD");
/** A month of such days. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month written YYYY-MM");
/** The language of an answer's words. */
export const lang = z.enum(["vi", "en"]).default("vi");
/** An instant in ISO 8601, UTC. */
export const instant = z.string();
