/** The fields of the checkout box, in the order of the page. */
export const DETAIL_FIELDS = [
  "full_name",
  "phone",
  "email",
  "province_code",
  "commune_code",
  "street",
  "note",
  "payment",
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** What stands in the fields, as typed. */
export type CheckoutValues = Record<DetailField, string>;

/** A sentence for each faulty field. */
export type CheckoutFaults = Partial<Record<DetailField, string>>;

/** Longest text that each field takes, in characters; the form and the server both hold to it. */
export const MAX_LENGTH: Readonly<Record<DetailField, number>> = {
  full_name: 100,
  phone: 20,
  email: 254,
  province_code: 2,
  commune_code: 5,
  street: 200,
  note: 500,
  payment: 20,
};

export const EMPTY_VALUES: CheckoutValues = {
  full_name: "",
  phone: "",
  email: "",
  province_code: "",
  commune_code: "",
  street: "",
  note: "",
  payment: "cod",
};

/**
 * What was typed, cut at twice each field's length: enough to show what is wrong with it. A field
 * that the form does not have, as a cart of visits has no address, stays as it was `before`.
 */
export function readValues(form: FormData, before?: CheckoutValues): CheckoutValues {
  const values = { ...EMPTY_VALUES, ...before };
  for (const field of DETAIL_FIELDS) {
    const value = form.get(field);
    if (typeof value === "string") values[field] = value.slice(0, MAX_LENGTH[field] * 2);
  }
  return values;
}
