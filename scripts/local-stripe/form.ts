export type FormValue = string | FormValue[] | { [name: string]: FormValue };
export type Form = { [name: string]: FormValue };

/** Deepest nesting and most fields that are read. */
const MOST_DEPTH = 12;
const MOST_FIELDS = 2000;

/**
 * Reads a form-encoded body as Stripe does: `a[b]=1` nests, `a[]=1` and `a[0]=1` make lists.
 *
 * @throws Error for a body that is nested too deep or has too many fields.
 */
export function parseForm(text: string): Form {
  const form: Form = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > MOST_FIELDS) throw new Error("The body has too many fields.");
    const [first = "", ...rest] = name.replaceAll("]", "").split("[");
    if (rest.length > MOST_DEPTH) throw new Error("The body is nested too deep.");
    put(form, [first, ...rest], value);
  }
  return withLists(form) as Form;
}

function put(into: Form, [name = "", ...rest]: string[], value: string): void {
  const key = name === "" ? String(Object.keys(into).length) : name;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner = into[key];
  const next: Form =
    typeof inner === "object" && !Array.isArray(inner) ? inner : Object.create(null);
  into[key] = next;
  put(next, rest, value);
}

/** Turns what has the names 0, 1, 2 … into lists. */
function withLists(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withLists(inner)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
