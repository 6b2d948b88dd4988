import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { askForReset, refusalWords } from "~/features/account/account.server";
import { PRIVATE_PAGE } from "~/features/account/account-headers";
import { AccountForm, AccountShell } from "~/features/account/account-shell";
import { accountForms, answerOf, checkAccount } from "~/features/account/check-account.server";
import { languageOf, languageOfPath, phrases, useHref, usePhrases } from "~/language/phrases";
import { readForm } from "~/lib/form.server";

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const language = languageOf(request);
  const checked = checkAccount(accountForms.forgot, form, language);
  if (!checked.ok) return data(checked.answer, 400);
  try {
    await askForReset(checked.values.email, language);
  } catch (error) {
    return data(answerOf(form, { refusal: refusalWords(error, language, "wrong") }), 400);
  }
  return data(answerOf(form, { sentTo: checked.values.email }));
}

export const headers = () => PRIVATE_PAGE;

export const meta: MetaFunction = ({ location }) => {
  const { account, common } = phrases(languageOfPath(location.pathname));
  return [{ title: `${account.forgotTitle} · ${common.marketName}` }];
};

export default function Forgot() {
  const { account } = usePhrases();
  const href = useHref();
  const answer = useActionData<typeof action>();
  const back = (
    <p className="mt-6">
      <a className="link tap" href={href("/account/login")}>
        {account.signIn}
      </a>
    </p>
  );
  if (answer?.sentTo) {
    return (
      <AccountShell title={account.forgotTitle} lead={account.forgotSent(answer.sentTo)}>
        {back}
      </AccountShell>
    );
  }
  return (
    <AccountShell title={account.forgotTitle} lead={account.forgotText}>
      <AccountForm
        action={href("/account/forgot")}
        fields={["email"]}
        answer={answer}
        button={account.forgotSend}
      />
      {back}
    </AccountShell>
  );
}
