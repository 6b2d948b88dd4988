export type RefundPathFacts = {
  /** The purchase's. */
  id: string;
  /** The order's, for people. */
  number: string;
  /** The link's signature; null for a customer who is signed in. */
  signature: string | null;
  notice?: string;
};

/** The page of one order's requests, as its Vietnamese address. */
export function refundPath({ id, number, signature, notice }: RefundPathFacts): string {
  const query = new URLSearchParams();
  if (signature) query.set("token", signature);
  if (notice) query.set("notice", notice);
  const path = `/purchase/${encodeURIComponent(id)}/orders/${encodeURIComponent(number)}/refund`;
  const text = query.toString();
  return `${path}${text && `?${text}`}${notice ? "#notice" : ""}`;
}

/** Where a photo of a purchase is shown from. */
export function photoPath(facts: { id: string; photo: string; signature: string | null }): string {
  const query = facts.signature ? `?token=${encodeURIComponent(facts.signature)}` : "";
  return `/purchase/${encodeURIComponent(facts.id)}/photos/${encodeURIComponent(facts.photo)}${query}`;
}
