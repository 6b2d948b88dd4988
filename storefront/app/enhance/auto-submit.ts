/** Milliseconds after the last change before a form sends itself. */
const PAUSE_MS = 250;

/** Sends `form[data-auto-submit]` when something in it changes; hides its own button. */
export function init(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-auto-submit]")) {
    for (const button of form.querySelectorAll<HTMLElement>("[data-auto-submit-button]")) {
      button.hidden = true;
    }
    let timer: number | undefined;
    form.addEventListener("change", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => form.requestSubmit(), PAUSE_MS);
    });
  }
}
