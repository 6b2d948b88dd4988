import { checkAddress } from "@cho-lang/shared/address";
import { communeByCode } from "@cho-lang/shared/communes";
import { type CheckoutBody, checkoutBody } from "@cho-lang/shared/contracts/checkout";
import { isEmail } from "@cho-lang/shared/email";
import { parsePhone, parseVisitorPhone } from "@cho-lang/shared/phone";
import { refuse } from "../../lib/errors";

type Field = { field: string; code: string; message: string };

const sentences: Record<string, string> = {
  unknown_province: "is not one of the 34 provinces",
  unknown_commune: "is not a commune",
  commune_of_another_province: "lies in another province",
  street_too_short: "needs at least 3 characters",
  street_too_long: "has more than 200 characters",
  too_short: "has too few digits",
  too_long: "has too many digits",
  bad_prefix: "does not begin like a Vietnamese number, nor with + and a country's code",
  not_a_number: "has signs that are no digits",
};

/**
 * Reads the one form of the checkout. Every faulty field is named at once, those of the wrong shape
 * and those that are well-formed but wrong. The phone comes back as E.164. Where nothing is sent, the
 * phone may be of another country, and the address is not looked at and comes back empty.
 *
 * @throws RefusalError `invalid_fields` with `fields`.
 */
export function parseCheckout(input: unknown, cart: { has_goods: boolean }): CheckoutBody {
  const parsed = checkoutBody.safeParse(input);
  const faulty: Field[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        field:
          issue.path.join(".") ||
          (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "body"),
        code: issue.code,
        message: issue.message,
      }));
  const named = new Set(faulty.map(({ field }) => field));
  const more = domainFaults(input, cart).filter(({ field }) => !named.has(field));
  const fields = [...faulty, ...more];
  if (fields.length === 0 && parsed.success) {
    const phone = (cart.has_goods ? parsePhone : parseVisitorPhone)(parsed.data.phone);
    const body = { ...parsed.data, phone: phone.ok ? phone.e164 : parsed.data.phone };
    return cart.has_goods ? body : { ...body, province_code: "", commune_code: "", street: "" };
  }
  return refuse("invalid_fields", fields.map((f) => `${f.field}: ${f.message}`).join("; "), {
    fields,
  });
}

function domainFaults(input: unknown, { has_goods }: { has_goods: boolean }): Field[] {
  if (typeof input !== "object" || input === null) return [];
  const body = input as Record<string, unknown>;
  const text = (key: string) => (typeof body[key] === "string" ? body[key].trim() : null);
  const fault = (field: string, code: string): Field => ({
    field,
    code,
    message: sentences[code] ?? code,
  });
  const faults: Field[] = [];
  const [email, phone] = [text("email"), text("phone")];
  if (email !== null && !isEmail(email)) {
    faults.push({ field: "email", code: "invalid_email", message: "is not an e-mail address" });
  }
  const number = phone === null ? null : (has_goods ? parsePhone : parseVisitorPhone)(phone);
  if (number && !number.ok) faults.push(fault("phone", number.reason));
  if (has_goods) {
    const address = {
      province_code: text("province_code") ?? "",
      commune_code: text("commune_code") ?? "",
      street: text("street") ?? "",
    };
    faults.push(...checkAddress(address, communeByCode).map((p) => fault(p.field, p.code)));
  }
  return faults;
}
