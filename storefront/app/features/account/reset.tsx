import { useHref, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import type { AccountAnswer } from "./account-form";
import { AccountForm, AccountShell } from "./account-shell";

export type ResetPageProps = {
  /** Whose account: the buyer's or the producer's. */
  area: "/account" | "/producer";
  /** The token of the mailed link; empty without one. */
  token: string;
  answer: AccountAnswer | undefined;
};

/** A new password by a mailed link, or the way to another link. */
export function ResetPage({ area, token, answer }: ResetPageProps) {
  const { account } = usePhrases();
  const href = useHref();
  if (!token || answer?.isExpired) {
    return (
      <AccountShell title={account.resetTitle} lead={account.resetExpired}>
        <p className="mt-6">
          <ButtonLink href={href(`${area}/forgot`)}>{account.resetAgain}</ButtonLink>
        </p>
      </AccountShell>
    );
  }
  return (
    <AccountShell title={account.resetTitle} lead={account.resetText}>
      <AccountForm
        action={href(`${area}/reset?token=${encodeURIComponent(token)}`)}
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
