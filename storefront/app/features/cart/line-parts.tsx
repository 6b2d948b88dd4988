import type { ReactNode } from "react";
import { usePhrases } from "~/language/phrases";
import type { CartLine } from "./totals";

/** What lies in the cart, leading to its page while there is one. */
export function LineTitle({ title, page }: { title: string; page: string | null }) {
  if (!page) return <span className="font-semibold">{title}</span>;
  return (
    <a className="font-semibold hover:underline" href={page}>
      {title}
    </a>
  );
}

/** Takes a line out of the cart; its name says which, for those who hear it alone. */
export function RemoveLine({ line, children }: { line: CartLine; children: ReactNode }) {
  const { cart } = usePhrases();
  return (
    <button
      type="submit"
      name="intent"
      value={`remove:${line.id}`}
      id={`remove-${line.id}`}
      className="cart-remove link tap small"
      aria-label={cart.removeOf(line.product.title)}
    >
      {children}
    </button>
  );
}
