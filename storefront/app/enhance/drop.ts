/** Panels of the head: one open at a time, closed by Escape or a press elsewhere. */
export function init(root: ParentNode): void {
  const drops = [...root.querySelectorAll<HTMLDetailsElement>("details.drop")];
  if (drops.length === 0) return;
  const closeAllBut = (kept: Element | null) => {
    for (const drop of drops) if (drop !== kept) drop.open = false;
  };
  for (const drop of drops) {
    drop.addEventListener("toggle", () => {
      if (!drop.open) return;
      closeAllBut(drop);
      drop.querySelector<HTMLInputElement>("input")?.focus();
    });
  }
  document.addEventListener("click", ({ target }) => {
    closeAllBut(target instanceof Element ? target.closest("details.drop") : null);
  });
  document.addEventListener("keydown", ({ key }) => {
    const open = key === "Escape" ? drops.find((drop) => drop.open) : undefined;
    if (!open) return;
    open.open = false;
    open.querySelector<HTMLElement>("summary")?.focus();
  });
}
