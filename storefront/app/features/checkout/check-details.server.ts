import { checkAddress, STREET_MAX } from "@cho-lang/shared/address";
import { communeByCode } from "@cho-lang/shared/communes";
import { PAYMENT_METHODS } from "@cho-lang/shared/domain/payment";
import { isEmail } from "@cho-lang/shared/email";
import { provinceByCode } from "@cho-lang/shared/geography";
import { type PhoneResult, parsePhone, parseVisitorPhone } from "@cho-lang/shared/phone";
import { z } from "zod";
import { parseForm } from "../../lib/form.server";
import { DETAIL_FIELDS, type DetailField, MAX_LENGTH } from "./checkout-values";

/** The least characters of a name. */
const NAME_MIN = 2;

const text = () => z.string({ error: "missing" }).trim();

const phoneReadBy = (read: (text: string) => PhoneResult) =>
  text().superRefine((phone, context) => {
    const parsed = read(phone);
    if (parsed.ok) return;
    const missing = parsed.missing === undefined ? "" : `:${parsed.missing}`;
    context.addIssue({ code: "custom", message: parsed.reason + missing });
  });

/** Who buys, asked for whatever the cart holds. A courier calls Vietnamese numbers only. */
const person = z.object({
  full_name: text().min(NAME_MIN, "missing").max(MAX_LENGTH.full_name, "too_long"),
  phone: phoneReadBy(parsePhone),
  email: text().refine(isEmail, "invalid_email"),
  note: z.string().trim().max(MAX_LENGTH.note, "too_long").default(""),
  payment: z.enum(PAYMENT_METHODS, { error: "missing" }),
});

/** Details of a cart of which nothing is sent; a visitor's phone may be of any country. */
const withoutAddress = person
  .extend({ phone: phoneReadBy(parseVisitorPhone) })
  .transform((values) => ({ ...values, province_code: "", commune_code: "", street: "" }));

/**
 * The buyer's details as the checkout takes them. Each message is a stable code, which phrases put
 * into words; `too_short:2` says that two digits of a phone number are missing.
 */
const withAddress = person
  .extend({
    province_code: text().refine((code) => provinceByCode(code) !== null, "unknown_province"),
    commune_code: text().refine((code) => communeByCode(code) !== null, "unknown_commune"),
    street: text().min(3, "street_too_short").max(STREET_MAX, "street_too_long"),
  })
  .superRefine((address, context) => {
    for (const problem of checkAddress(address, communeByCode)) {
      if (problem.code !== "commune_of_another_province") continue;
      context.addIssue({ code: "custom", path: [problem.field], message: problem.code });
    }
  });

export type CheckoutDetails = z.infer<typeof withAddress>;
export type FaultCodes = Partial<Record<DetailField, string>>;
export type DetailsResult =
  | { ok: true; details: CheckoutDetails }
  | { ok: false; codes: FaultCodes };

/**
 * Checks the posted details; gives the code of the first fault of each field. Without
 * `needsAddress` an address is neither asked for nor taken.
 */
export function checkDetails(
  form: FormData,
  { needsAddress }: { needsAddress: boolean },
): DetailsResult {
  const parsed = parseForm(needsAddress ? withAddress : withoutAddress, form);
  if (parsed.ok) return { ok: true, details: parsed.values };
  const codes: FaultCodes = {};
  for (const field of DETAIL_FIELDS) {
    const code = parsed.faults[field];
    if (code) codes[field] = code;
  }
  return { ok: false, codes };
}
