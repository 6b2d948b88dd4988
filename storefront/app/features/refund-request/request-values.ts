import type { RefundChoice } from "@cho-lang/shared/contracts/refund-request";
import { MAX_PHOTOS, REQUEST_TEXT_MAX } from "@cho-lang/shared/domain/refund-request";

/** The parts of the form that can be wrong, in the order of the page. */
export const REQUEST_FIELDS = [
  "reason",
  "lines",
  "kind",
  "text",
  "photos",
  "bank_bin",
  "account_number",
  "name",
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

/** What stands in the form, as typed. */
export type RequestValues = {
  reason: string;
  kind: string;
  text: string;
  /** How many of each ticked line, by the line's id. */
  quantities: Record<string, number>;
  /** Ids of the photos that the backend has. */
  photos: string[];
  bank_bin: string;
  account_number: string;
  name: string;
};

/** A stable code, later a sentence, for each part that is wrong. */
export type RequestFaults = Partial<Record<RequestField, string>>;

/** What a refused form shows again. */
export type RequestAnswer = {
  values: RequestValues;
  faults: RequestFaults;
  /** Why the whole was refused, in words. */
  refusal: string | null;
};

/** Longest account number and account name that are kept, in characters. */
export const ACCOUNT_MAX = 50;
export const NAME_MAX = 70;

/** The empty form: the only line there is stands ticked. */
export function emptyValues(choice: Pick<RefundChoice, "lines">): RequestValues {
  const [only, more] = choice.lines;
  return {
    reason: "",
    kind: "",
    text: "",
    quantities: only && !more ? { [only.id]: only.quantity } : {},
    photos: [],
    bank_bin: "",
    account_number: "",
    name: "",
  };
}

/** What was typed; long texts are cut where enough is left to see what is wrong. */
export function readRequestValues(form: FormData): RequestValues {
  const text = (name: string, most: number) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, most) : "";
  };
  const ticked = texts(form, "line").slice(0, 100);
  const quantities = ticked.map((id) => [id, Number(text(`quantity.${id}`, 10) || "1")] as const);
  return {
    reason: text("reason", 40),
    kind: text("kind", 20),
    // A browser sends each line's end as two characters and counts it as one.
    text: text("text", REQUEST_TEXT_MAX * 2).replaceAll("\r\n", "\n"),
    quantities: Object.fromEntries(quantities),
    photos: [...new Set([...texts(form, "photo"), ...texts(form, "files")])].slice(0, MAX_PHOTOS),
    bank_bin: text("bank_bin", 6),
    account_number: text("account_number", ACCOUNT_MAX * 2),
    name: text("name", NAME_MAX * 2),
  };
}

function texts(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === "string" && value.length <= 64) as string[];
}
