import type { Language } from "@cho-lang/shared/language";
import { data, redirect } from "@remix-run/node";
import { hrefIn } from "~/language/phrases";
import { readForm } from "~/lib/form.server";
import { ownPath } from "~/lib/own-path";
import { refusalWords, register, signIn } from "./account.server";
import { accountForms, answerOf, checkAccount } from "./check-account.server";
import { keepToken, readToken } from "./session.server";

/** A visitor who is signed in has no business with the forms for signing in. */
export async function passSignedIn(request: Request, language: Language): Promise<null> {
  const notice = new URL(request.url).searchParams.has("notice");
  if (!notice && (await readToken(request))) throw redirect(hrefIn(language, "/account"));
  return null;
}

/**
 * Answers the form for signing in or for a new account; both end in the same place. The cart stays
 * in its own cookie, and placing the order gives it to whoever is signed in then.
 */
export async function enter(request: Request, language: Language, way: "signIn" | "register") {
  const form = await readForm(request);
  let token: string;
  try {
    if (way === "signIn") {
      const checked = checkAccount(accountForms.signIn, form, language);
      if (!checked.ok) return data(checked.answer, 400);
      token = await signIn(checked.values);
    } else {
      const checked = checkAccount(accountForms.register, form, language);
      if (!checked.ok) return data(checked.answer, 400);
      token = await register(checked.values);
    }
  } catch (error) {
    const refusal = refusalWords(error, language, way === "signIn" ? "wrong" : "taken");
    return data(answerOf(form, { refusal }), 400);
  }
  const headers = new Headers();
  await keepToken(headers, token);
  const to = hrefIn(language, ownPath(form.get("to"), "/account"));
  return redirect(to, { status: 303, headers });
}
