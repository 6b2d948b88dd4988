import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLocation } from "@remix-run/react";
import { refusalWords } from "~/features/account/account.server";
import { AccountForm, AccountShell } from "~/features/account/account-shell";
import { accountForms, answerOf, checkAccount } from "~/features/account/check-account.server";
import { portalMeta } from "~/features/portal/meta";
import { returnPath } from "~/features/portal/return-path";
import { keepToken, readToken, signIn } from "~/features/portal/session.server";
import { hrefIn, languageOf, phrases, useHref, usePhrases } from "~/language/phrases";

/** Whoever is signed in has no business here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const home = hrefIn(languageOf(request), "/producer");
  if (!searchParams.has("notice") && (await readToken(request))) {
    throw redirect(returnPath(searchParams.get("return_to"), home));
  }
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const language = languageOf(request);
  const form = await request.formData();
  const checked = checkAccount(accountForms.signIn, form, language);
  if (!checked.ok) return data(checked.answer, 400);
  let token: string | null;
  try {
    token = await signIn(checked.values);
  } catch (error) {
    return data(answerOf(form, { refusal: refusalWords(error, language, "wrong") }), 400);
  }
  if (!token) return data(answerOf(form, { refusal: phrases(language).portal.noShop }), 400);
  const headers = new Headers();
  await keepToken(headers, token);
  const to = returnPath(form.get("return_to"), hrefIn(language, "/producer"));
  return redirect(to, { status: 303, headers });
}

export const meta = portalMeta(({ portal }) => portal.signInTitle);

export default function PortalLogin() {
  const { account, portal } = usePhrases();
  const href = useHref();
  const params = new URLSearchParams(useLocation().search);
  const news: Record<string, string> = {
    out: portal.signedOut,
    ended: portal.sessionEnded,
    reset: portal.resetDone,
  };
  const returnTo = params.get("return_to") ?? "";
  const after = returnTo ? `?return_to=${encodeURIComponent(returnTo)}` : "";
  return (
    <AccountShell
      title={portal.signInTitle}
      lead={portal.signInText}
      news={news[params.get("notice") ?? ""]}
    >
      <AccountForm
        action={href(`/producer/login${after}`)}
        fields={["email", "password"]}
        answer={useActionData<typeof action>()}
        button={portal.signIn}
      >
        <input type="hidden" name="return_to" value={returnTo} />
      </AccountForm>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <a className="link tap" href={href("/producer/forgot")}>
          {account.forgot}
        </a>
        <a className="link tap" href={href("/")}>
          {portal.backToMarket}
        </a>
      </p>
    </AccountShell>
  );
}
