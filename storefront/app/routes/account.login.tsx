import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLocation } from "@remix-run/react";
import { PRIVATE_PAGE } from "~/features/account/account-headers";
import { AccountForm, AccountShell } from "~/features/account/account-shell";
import { enter, passSignedIn } from "~/features/account/enter.server";
import { languageOf, languageOfPath, phrases, useHref, usePhrases } from "~/language/phrases";

export function loader({ request }: LoaderFunctionArgs) {
  return passSignedIn(request, languageOf(request));
}

export function action({ request }: ActionFunctionArgs) {
  return enter(request, languageOf(request), "signIn");
}

export const headers = () => PRIVATE_PAGE;

export const meta: MetaFunction = ({ location }) => {
  const { account, common } = phrases(languageOfPath(location.pathname));
  return [{ title: `${account.signInTitle} · ${common.marketName}` }];
};

export default function Login() {
  const { account } = usePhrases();
  const href = useHref();
  const params = new URLSearchParams(useLocation().search);
  const news: Record<string, string> = {
    out: account.signedOut,
    ended: account.sessionEnded,
    reset: account.resetDone,
  };
  const to = params.get("to") ?? "";
  const after = to ? `?to=${encodeURIComponent(to)}` : "";
  return (
    <AccountShell
      title={account.signInTitle}
      lead={account.signInText}
      news={news[params.get("notice") ?? ""]}
    >
      <AccountForm
        action={href(`/account/login${after}`)}
        fields={["email", "password"]}
        answer={useActionData<typeof action>()}
        button={account.signIn}
      >
        <input type="hidden" name="to" value={to} />
      </AccountForm>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <a className="link tap" href={href("/account/forgot")}>
          {account.forgot}
        </a>
        <a className="link tap" href={href(`/account/register${after}`)}>
          {account.noAccount} {account.register}
        </a>
      </p>
    </AccountShell>
  );
}
