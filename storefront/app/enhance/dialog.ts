/** Opens `[data-opens=id]` as a modal dialog, closes it by its cross or a press outside. */
export function init(root: ParentNode): void {
  for (const opener of root.querySelectorAll<HTMLElement>("[data-opens]")) {
    const dialog = document.getElementById(opener.dataset.opens ?? "");
    if (!(dialog instanceof HTMLDialogElement) || !dialog.showModal) continue;
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
  }
  for (const dialog of root.querySelectorAll<HTMLDialogElement>("dialog[data-dialog]")) {
    dialog.addEventListener("click", (event) => {
      const { target } = event;
      const closes =
        target === dialog || (target instanceof Element && target.closest("[data-closes]"));
      if (!closes || !dialog.open) return;
      event.preventDefault();
      dialog.close();
    });
  }
}
