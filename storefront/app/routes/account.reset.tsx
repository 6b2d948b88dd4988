import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetPassword } from "~/features/account/account.server";
import { ResetPage } from "~/features/account/reset";
import { answerReset, RESET_HEADERS, resetTokenOf } from "~/features/account/reset.server";
import { forgetToken } from "~/features/account/session.server";
import { languageOfPath, phrases } from "~/language/phrases";

export function loader({ request }: LoaderFunctionArgs) {
  return { token: resetTokenOf(request) };
}

export function action({ request }: ActionFunctionArgs) {
  return answerReset(request, { resetPassword, forgetToken, loginPath: "/account/login" });
}

export const headers = () => RESET_HEADERS;

export const meta: MetaFunction = ({ location }) => {
  const { account, common } = phrases(languageOfPath(location.pathname));
  return [
    { title: `${account.resetTitle} · ${common.marketName}` },
    { name: "robots", content: "noindex" },
  ];
};

export default function Reset() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ResetPage area="/account" token={token} answer={answer} />;
}
