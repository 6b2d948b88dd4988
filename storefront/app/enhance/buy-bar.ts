/** `[data-buy-bar]`: shown at the foot of the screen while the form `[data-buy]` is out of view. */
export function init(root: ParentNode): void {
  const bar = root.querySelector<HTMLElement>("[data-buy-bar]");
  const form = root.querySelector("[data-buy]");
  if (!bar || !form || !("IntersectionObserver" in window)) return;
  new IntersectionObserver(([entry]) => {
    bar.hidden = entry?.isIntersecting ?? true;
  }).observe(form);
}
