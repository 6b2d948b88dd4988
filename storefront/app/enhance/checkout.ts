type Commune = { code: string; name: string };

/**
 * The checkout box: a chosen province brings its communes, the order is placed once however often
 * the button is pressed, and what was typed is kept when the visitor leaves the page.
 */
export function init(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>("form[data-cart]");
  if (!form) return;
  fillCommunes(form);
  placeOnce(form);
  keepDraft(form);
}

function fillCommunes(form: HTMLFormElement) {
  const province = form.querySelector<HTMLSelectElement>("select[data-communes]");
  const commune = form.querySelector<HTMLSelectElement>("select[data-choose]");
  if (!province || !commune) return;
  province.addEventListener("change", async () => {
    const asked = province.value;
    if (!asked) return;
    commune.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${province.dataset.communes}/${asked}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const communes = (await answer.json()) as Commune[];
      if (province.value !== asked) return;
      const options = communes.map(({ code, name }) => new Option(name, code));
      commune.replaceChildren(new Option(commune.dataset.choose, ""), ...options);
    } catch {
      // The page without script knows another way.
      form.querySelector<HTMLButtonElement>("button[value=province]")?.click();
    } finally {
      commune.removeAttribute("aria-busy");
    }
  });
}

function placeOnce(form: HTMLFormElement) {
  const button = form.querySelector<HTMLButtonElement>("[data-place]");
  if (!button) return;
  const words = button.textContent;
  form.addEventListener("submit", (event) => {
    const { submitter } = event;
    const deed = submitter instanceof HTMLButtonElement ? submitter.value : "enter";
    if (deed !== "checkout" && deed !== "enter") return;
    if (form.dataset.isPlacing) {
      event.preventDefault();
      return;
    }
    form.dataset.isPlacing = "yes";
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.placing ?? words;
  });
  // Coming back with the browser's arrow shows the page as it was left.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    delete form.dataset.isPlacing;
    button.removeAttribute("aria-disabled");
    button.textContent = words;
  });
}

function keepDraft(form: HTMLFormElement) {
  let isTyped = false;
  let isSent = false;
  form.addEventListener("input", () => {
    isTyped = true;
  });
  form.addEventListener("submit", () => {
    isSent = true;
  });
  window.addEventListener("pagehide", () => {
    if (isTyped && !isSent) navigator.sendBeacon(form.dataset.draft ?? "", new FormData(form));
  });
}
