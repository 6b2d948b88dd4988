/** The list of suggestions: one for all search boxes, since only one of them can be typed in. */
export type SuggestList = ReturnType<typeof makeSuggestList>;

/**
 * Makes the list, hidden. It moves to the box that is being used, because within an open dialog
 * nothing outside can be reached or is spoken, and it is set under it by its place on the page.
 */
export function makeSuggestList() {
  const whole = document.createElement("div");
  const panel = document.createElement("div");
  const news = document.createElement("p");
  whole.id = "suggest";
  panel.hidden = true;
  news.className = "sr";
  news.setAttribute("role", "status");
  whole.append(panel, news);
  let box: HTMLInputElement | undefined;
  let active = -1;

  const options = () => [...panel.querySelectorAll<HTMLElement>("[role=option]")];
  const isOpen = () => !panel.hidden && whole.isConnected;
  const activate = (place: number) => {
    active = place;
    box?.removeAttribute("aria-activedescendant");
    options().forEach((option, each) => {
      option.setAttribute("aria-selected", String(each === place));
      if (each !== place) return;
      box?.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  };
  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    news.textContent = "";
    activate(-1);
    box?.setAttribute("aria-expanded", "false");
  };

  return {
    whole,
    isOpen,
    activate,
    close,
    box: () => box,
    state: () => ({ isOpen: isOpen(), active, count: options().length }),
    /** Presses the active option. */
    choose: () => options()[active]?.click(),
    /** Makes the box a combobox; also again, since a taken-over page may have undone it. */
    attach(to: HTMLInputElement) {
      if (box !== to) close();
      box = to;
      box.setAttribute("role", "combobox");
      box.setAttribute("aria-autocomplete", "list");
      box.setAttribute("aria-controls", "suggestions");
      box.setAttribute("aria-expanded", String(isOpen()));
      const above = box.closest<HTMLElement>("[data-suggest-under]") ?? box;
      if (above.nextElementSibling !== whole) above.after(whole);
      whole.style.top = `${above.offsetTop + above.offsetHeight}px`;
      whole.style.left = `${above.offsetLeft}px`;
      whole.style.width = `${above.offsetWidth}px`;
    },
    /** Shows the server's list under the attached box. */
    show(html: string) {
      panel.innerHTML = html;
      panel.hidden = false;
      activate(-1);
      box?.setAttribute("aria-expanded", "true");
      news.textContent = panel.querySelector<HTMLElement>("[data-says]")?.dataset.says ?? "";
    },
  };
}
