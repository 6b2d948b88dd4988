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
  return enter(request, languageOf(request), "register");
}

export const headers = () => PRIVATE_PAGE;

export const meta: MetaFunction = ({ location }) => {
  const { account, common } = phrases(languageOfPath(location.pathname));
  return [{ title: `${account.registerTitle} · ${common.marketName}` }];
};

export default function Register() {
  const { account } = usePhrases();
  const href = useHref();
  const to = new URLSearchParams(useLocation().search).get("to") ?? "";
  const after = to ? `?to=${encodeURIComponent(to)}` : "";
  return (
    <AccountShell title={account.registerTitle} lead={account.registerText}>
      <AccountForm
        action={href(`/account/register${after}`)}
        fields={["full_name", "email", "password"]}
        answer={useActionData<typeof action>()}
        button={account.register}
        isNewPassword
      >
        <input type="hidden" name="to" value={to} />
      </AccountForm>
      <p className="mt-6">
        <a className="link tap" href={href(`/account/login${after}`)}>
          {account.haveAccount} {account.signIn}
        </a>
      </p>
    </AccountShell>
  );
}
