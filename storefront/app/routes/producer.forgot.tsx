import { type ActionFunctionArgs, data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { refusalWords } from "~/features/account/account.server";
import { AccountForm, AccountShell } from "~/features/account/account-shell";
import { accountForms, answerOf, checkAccount } from "~/features/account/check-account.server";
import { portalMeta } from "~/features/portal/meta";
import { askForReset } from "~/features/portal/session.server";
import { languageOf, useHref, usePhrases } from "~/language/phrases";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
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

export const meta = portalMeta(({ portal }) => portal.forgotTitle);

export default function PortalForgot() {
  const { account, portal } = usePhrases();
  const href = useHref();
  const answer = useActionData<typeof action>();
  const lead = answer?.sentTo ? account.forgotSent(answer.sentTo) : portal.forgotText;
  return (
    <AccountShell title={portal.forgotTitle} lead={lead}>
      {answer?.sentTo ? null : (
        <AccountForm
          action={href("/producer/forgot")}
          fields={["email"]}
          answer={answer}
          button={account.forgotSend}
        />
      )}
      <p className="mt-6">
        <a className="link tap" href={href("/producer/login")}>
          {portal.signInTitle}
        </a>
      </p>
    </AccountShell>
  );
}
