import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusalWords, resetPassword } from "~/features/account/account.server";
import type { AccountAnswer } from "~/features/account/account-form";
import { PRIVATE_PAGE } from "~/features/account/account-headers";
import { AccountForm, AccountShell } from "~/features/account/account-shell";
import { accountForms, answerOf, checkAccount } from "~/features/account/check-account.server";
import { forgetToken } from "~/features/account/session.server";
import {
  hrefIn,
  languageOf,
  languageOfPath,
  phrases,
  useHref,
  usePhrases,
} from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import { readForm } from "~/lib/form.server";
import { ButtonLink } from "~/ui/button";

/** The token of the mailed link; without one there is nothing to reset. */
export function loader({ request }: LoaderFunctionArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const language = languageOf(request);
  const checked = checkAccount(accountForms.reset, form, language);
  if (!checked.ok) return data<AccountAnswer>(checked.answer, 400);
  try {
    await resetPassword(String(form.get("token") ?? ""), checked.values.password);
  } catch (error) {
    if (error instanceof BackendError && error.status === 401) {
      return data<AccountAnswer>(answerOf(form, { isExpired: true }), 400);
    }
    const refusal = refusalWords(error, language, "wrong");
    return data<AccountAnswer>(answerOf(form, { refusal }), 400);
  }
  const headers = new Headers();
  await forgetToken(headers);
  return redirect(hrefIn(language, "/account/login?notice=reset"), { status: 303, headers });
}

export const headers = () => PRIVATE_PAGE;

export const meta: MetaFunction = ({ location }) => {
  const { account, common } = phrases(languageOfPath(location.pathname));
  return [
    { title: `${account.resetTitle} · ${common.marketName}` },
    { name: "robots", content: "noindex" },
  ];
};

export default function Reset() {
  const { account } = usePhrases();
  const href = useHref();
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!token || answer?.isExpired) {
    return (
      <AccountShell title={account.resetTitle} lead={account.resetExpired}>
        <p className="mt-6">
          <ButtonLink href={href("/account/forgot")}>{account.resetAgain}</ButtonLink>
        </p>
      </AccountShell>
    );
  }
  return (
    <AccountShell title={account.resetTitle} lead={account.resetText}>
      <AccountForm
        action={href(`/account/reset?token=${encodeURIComponent(token)}`)}
        fields={["password"]}
        answer={answer}
        button={account.resetSave}
        isNewPassword
      >
        <input type="hidden" name="token" value={token} />
      </AccountForm>
    </AccountShell>
  );
}
