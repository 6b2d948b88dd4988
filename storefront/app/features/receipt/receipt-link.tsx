import { useHref, usePhrases } from "~/language/phrases";

export type ReceiptLinkProps = {
  /** The purchase's. */
  id: string;
  /** The order's. */
  number: string;
  /** The link's; null for a customer who is signed in. */
  signature: string | null;
};

/** From an order of a placed purchase to its receipt. */
export function ReceiptLink({ id, number, signature }: ReceiptLinkProps) {
  const { receipt } = usePhrases();
  const href = useHref();
  const query = signature ? `?token=${encodeURIComponent(signature)}` : "";
  const path = `/purchase/${encodeURIComponent(id)}/receipt/${encodeURIComponent(number)}${query}`;
  return (
    <p className="no-print mt-2">
      <a className="link tap" href={href(path)} aria-label={receipt.openOf(number)}>
        {receipt.open}
      </a>
    </p>
  );
}
