/** The list of suggestions: one for all search boxes, since only one of them can be typed in. */
export type SuggestList = ReturnType<typeof makeSuggestList>;

/** Between the list and the window's foot; below the height the page is scrolled instead. */
const MARGIN_PX = 14;
const LEAST_HEIGHT_PX = 240;

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

  /** Sets the list under the box, no higher than the room that a phone's keyboard leaves. */
  const place = () => {
    const above = box && aboveList(box);
    if (!above) return;
    whole.style.top = `${above.offsetTop + above.offsetHeight}px`;
    whole.style.left = `${above.offsetLeft}px`;
    whole.style.width = `${above.offsetWidth}px`;
    const { height, offsetTop } = window.visualViewport ?? { height: innerHeight, offsetTop: 0 };
    const room = offsetTop + height - above.getBoundingClientRect().bottom - MARGIN_PX;
    // The listbox itself scrolls: the keys that move in it are the box's.
    const listbox = panel.querySelector<HTMLElement>("[role=listbox]");
    if (listbox) listbox.style.maxHeight = `${Math.max(room, LEAST_HEIGHT_PX)}px`;
  };

  return {
    whole,
    place,
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
      const above = aboveList(box);
      if (above.nextElementSibling !== whole) above.after(whole);
    },
    /** Shows the server's list under the attached box. */
    show(html: string) {
      panel.innerHTML = html;
      panel.hidden = false;
      place();
      activate(-1);
      box?.setAttribute("aria-expanded", "true");
      news.textContent = panel.querySelector<HTMLElement>("[data-says]")?.dataset.says ?? "";
    },
  };
}

function aboveList(box: HTMLInputElement): HTMLElement {
  return box.closest<HTMLElement>("[data-suggest-under]") ?? box;
}
