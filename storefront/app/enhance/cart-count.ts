/** Fills `[data-cart-count]` from the readable cookie, since a cached page knows no cart. */
export function init(root: ParentNode): void {
  const count = Number(/(?:^|;\s*)cart_count=(\d{1,4})/.exec(document.cookie)?.[1] ?? 0);
  for (const place of root.querySelectorAll("[data-cart-count]")) {
    place.textContent = count > 0 ? String(count) : "";
  }
}
