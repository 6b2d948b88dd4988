import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ResetPage } from "~/features/account/reset";
import { answerReset, RESET_HEADERS, resetTokenOf } from "~/features/account/reset.server";
import { portalMeta } from "~/features/portal/meta";
import { forgetToken, resetPassword } from "~/features/portal/session.server";

export function loader({ request }: LoaderFunctionArgs) {
  return { token: resetTokenOf(request) };
}

export function action({ request }: ActionFunctionArgs) {
  return answerReset(request, { resetPassword, forgetToken, loginPath: "/producer/login" });
}

export const headers = () => RESET_HEADERS;

export const meta = portalMeta(({ account }) => account.resetTitle);

export default function PortalReset() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ResetPage area="/producer" token={token} answer={answer} />;
}
