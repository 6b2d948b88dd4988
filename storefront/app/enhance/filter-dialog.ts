import { here } from "./take-catalog";

/** Addresses of the list: on its way or there, and on the page. */
type Addresses = { wanted: () => string; shown: () => string };

/**
 * On a phone the form of filters moves into the dialog while it is open. Opening it adds an entry
 * to the history: "back" closes the dialog as its cross does, and once filters were changed there
 * it leads to the list as it was before. `close` does nothing while it is closed.
 */
export function filterDialog(form: HTMLFormElement, { wanted, shown }: Addresses) {
  const dialog = document.getElementById("filter-dialog") as HTMLDialogElement | null;
  const home = form.parentElement;
  let openedAt: string | undefined;

  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("[data-opens='filter-dialog']")) return;
    if (!dialog?.open || openedAt !== undefined) return;
    dialog.querySelector(".dialog-body")?.append(form);
    openedAt = here();
    history.pushState(history.state, "");
  });
  dialog?.addEventListener("close", () => {
    home?.append(form);
    document.getElementById("filter-opener")?.focus({ preventScroll: true });
    if (wanted() === openedAt) history.back();
    else if (openedAt !== undefined) showBeginning();
    openedAt = undefined;
  });

  return {
    isOpen: () => Boolean(dialog?.open),
    close: () => dialog?.open && dialog.close(),
    /** "Back" was pressed while the dialog was open: it closes, and what was chosen in it stays. */
    isClosedByBack: () => {
      if (!dialog?.open) return false;
      // What is still on its way replaces the entry when it comes.
      if (wanted() !== openedAt) history.pushState(history.state, "", shown());
      openedAt = undefined;
      dialog.close();
      return true;
    },
  };
}

/** What was found otherwise begins at its first card. */
function showBeginning(): void {
  const results = document.getElementById("catalog-results");
  if (results && results.getBoundingClientRect().top < 0) results.scrollIntoView();
}
