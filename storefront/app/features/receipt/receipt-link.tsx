import { useLocation } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";

/** From an order of a placed purchase to its receipt; the page's own link opens it. */
export function ReceiptLink({ id, number }: { id: string; number: string }) {
  const { receipt } = usePhrases();
  const href = useHref();
  const token = new URLSearchParams(useLocation().search).get("token");
  const query = token ? `?token=${encodeURIComponent(token)}` : "";
  const path = `/purchase/${encodeURIComponent(id)}/receipt/${encodeURIComponent(number)}${query}`;
  return (
    <a className="link tap no-print" href={href(path)}>
      {receipt.open}
    </a>
  );
}
