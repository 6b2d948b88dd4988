import { useHref, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

/** The link was cut, or is not this visitor's: what to do, without telling which. */
export function InvalidLink() {
  const { purchase, account } = usePhrases();
  const href = useHref();
  return (
    <div className="wrap pt-8">
      <EmptyState title={purchase.invalidTitle} level={1}>
        <p>{purchase.invalidText}</p>
        <ButtonLink href={href("/account")}>{account.signIn}</ButtonLink>
      </EmptyState>
    </div>
  );
}
