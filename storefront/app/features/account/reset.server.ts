import { data, redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import { readForm } from "~/lib/form.server";
import { refusalWords } from "./account.server";
import type { AccountAnswer } from "./account-form";
import { PRIVATE_PAGE } from "./account-headers";
import { accountForms, answerOf, checkAccount } from "./check-account.server";

/** The address carries the link's token: no other site may learn it. */
export const RESET_HEADERS = { ...PRIVATE_PAGE, "referrer-policy": "same-origin" };

/** The token of the mailed link; without one there is nothing to reset. */
export function resetTokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}

export type ResetOptions = {
  /** Sets the new password; fails with BackendError 401 when the link is no longer good. */
  resetPassword: (linkToken: string, password: string) => Promise<void>;
  /** Signs this browser out. */
  forgetToken: (headers: Headers) => Promise<void>;
  /** Where to sign in with the new password. */
  loginPath: string;
};

/** Answers the form of a new password: back to the form with its fault, or on to sign in. */
export async function answerReset(request: Request, options: ResetOptions) {
  const form = await readForm(request);
  const language = languageOf(request);
  const checked = checkAccount(accountForms.reset, form, language);
  if (!checked.ok) return data<AccountAnswer>(checked.answer, 400);
  try {
    await options.resetPassword(String(form.get("token") ?? ""), checked.values.password);
  } catch (error) {
    if (error instanceof BackendError && error.status === 401) {
      return data<AccountAnswer>(answerOf(form, { isExpired: true }), 400);
    }
    const refusal = refusalWords(error, language, "wrong");
    return data<AccountAnswer>(answerOf(form, { refusal }), 400);
  }
  const headers = new Headers();
  await options.forgetToken(headers);
  return redirect(hrefIn(language, `${options.loginPath}?notice=reset`), { status: 303, headers });
}
