import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Notice } from "~/ui/notice";

/**
 * On the page from which something was put into the cart: that it lies there now, or why not.
 * The answer to a press, so it takes the focus and is read at once; nothing without a press.
 */
export function CartNotice() {
  const { added } = usePhrases().cart;
  const href = useHref();
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  const code = params.get("not_added");
  if (!params.has("added") && !code) return null;
  if (code) {
    const failed: Record<string, string> = added.failed;
    return (
      <CartAnswer>
        <p className="font-medium">
          {Object.hasOwn(failed, code) ? failed[code] : added.failed.refused}
        </p>
      </CartAnswer>
    );
  }
  return (
    <CartAnswer isDone>
      <p className="font-medium">{added.done}</p>
      <p className="flex flex-wrap gap-x-6">
        <a className="link tap font-medium" href={href("/cart")}>
          {added.toCart}
        </a>
        <a className="link tap" href={pathname}>
          {added.goOn}
        </a>
      </p>
    </CartAnswer>
  );
}

function CartAnswer({ isDone = false, children }: { isDone?: boolean; children: ReactNode }) {
  return (
    <div id="cart-answer" tabIndex={-1} {...takesFocus()}>
      <Notice role="status" icon={isDone ? "check" : "info"}>
        {children}
      </Notice>
    </div>
  );
}
