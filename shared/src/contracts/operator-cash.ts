import { z } from "zod";
import { CASH_DEEDS, CASH_NOTE_MAX } from "../domain/purchase";
import { instant } from "./parts";

/**
 * `GET /admin/cash-differences?state=&page=`: cash that did not come with a delivered parcel, 20 a
 * page: open ones oldest first, those that were dealt with newest first.
 */
export const cashDifferencesQuery = z.strictObject({
  state: z.enum(["open", "resolved"]).default("open"),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export const cashDifferenceRow = z.object({
  id: z.string(),
  /** What the carrier should have collected with the parcel. */
  expected_vnd: z.int(),
  /** What came with it. */
  came_vnd: z.int(),
  missing_vnd: z.int(),
  created_at: instant,
  /** What the producer wrote about it; may be empty. */
  note: z.string(),
  /** Name of the producer's member. */
  reported_by: z.string(),
  order: z.object({ id: z.string(), number: z.string() }),
  purchase: z.object({
    id: z.string(),
    number: z.string(),
    full_name: z.string(),
    phone: z.string(),
  }),
  producer: z.object({ id: z.string(), name: z.string() }),
  resolution: z
    .object({
      deed: z.enum(CASH_DEEDS),
      at: instant,
      /** Name of the operator. */
      by: z.string(),
      note: z.string(),
    })
    .nullable(),
});
export const cashDifferences = z.object({
  count: z.int(),
  /** Of all rows that fit, not only of this page. */
  sum_vnd: z.int(),
  page: z.int(),
  page_size: z.int(),
  differences: z.array(cashDifferenceRow),
});

/**
 * `POST /admin/cash-differences/:id/resolve`: `came` collects the cash, `write_off` asks for it no
 * more and wants a note. The same decision again changes nothing; another is refused with
 * `cash_difference_resolved`.
 */
export const resolveCashDifference = z.discriminatedUnion("deed", [
  z.strictObject({
    deed: z.literal("came"),
    note: z.string().trim().max(CASH_NOTE_MAX).default(""),
  }),
  z.strictObject({
    deed: z.literal("write_off"),
    note: z.string().trim().min(1, "say why nobody asks for it any more").max(CASH_NOTE_MAX),
  }),
]);
export const cashDifferenceAnswer = z.object({ difference: cashDifferenceRow });

export type CashDifferenceRow = z.infer<typeof cashDifferenceRow>;
export type CashDifferences = z.infer<typeof cashDifferences>;
export type CashDifferenceAnswer = z.infer<typeof cashDifferenceAnswer>;
