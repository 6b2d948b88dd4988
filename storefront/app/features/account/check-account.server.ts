import { isEmail } from "@cho-lang/shared/email";
import type { Language } from "@cho-lang/shared/language";
import { z } from "zod";
import { phrases } from "~/language/phrases";
import { parseForm } from "~/lib/form.server";
import { type AccountAnswer, type AccountField, PASSWORD_MAX, PASSWORD_MIN } from "./account-form";

const text = () => z.string({ error: "missing" });
const email = text().trim().toLowerCase().refine(isEmail, "email");
const newPassword = text().min(PASSWORD_MIN, "short").max(PASSWORD_MAX, "long");

/** What each form of the account asks for; e-mail addresses are compared in lower case. */
export const accountForms = {
  signIn: z.object({ email, password: text().max(PASSWORD_MAX, "long") }),
  register: z.object({
    full_name: text().trim().min(2, "short").max(100, "long"),
    email,
    password: newPassword,
  }),
  forgot: z.object({ email }),
  reset: z.object({ password: newPassword }),
} as const;

type Checked<Values> = { ok: true; values: Values } | { ok: false; answer: AccountAnswer };

/** Checks one of the account's forms; a sentence with an example for each faulty field. */
export function checkAccount<Values extends Record<string, string>>(
  schema: z.ZodType<Values>,
  form: FormData,
  language: Language,
): Checked<Values> {
  const parsed = parseForm(schema, form);
  if (parsed.ok) return parsed;
  const { faults } = phrases(language).account;
  const isSigningIn = Object.is(schema, accountForms.signIn);
  const answer = answerOf(form);
  for (const field of Object.keys(parsed.faults) as AccountField[]) {
    answer.faults[field] = faults[field === "password" && !isSigningIn ? "new_password" : field];
  }
  return { ok: false, answer };
}

/** The form as it was sent, to be shown again. */
export function answerOf(form: FormData, part: Partial<AccountAnswer> = {}): AccountAnswer {
  const typed = (name: string) => String(form.get(name) ?? "").slice(0, 254);
  return {
    values: { full_name: typed("full_name"), email: typed("email") },
    faults: {},
    refusal: null,
    ...part,
  };
}
