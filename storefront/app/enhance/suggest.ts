import { deedOf, type KeyDeed } from "../features/search/keys";
import { typedText } from "../features/search/typed";
import { makeSuggestList, type SuggestList } from "./suggest-list";
import { isPlain } from "./take-over";

/** Milliseconds after the last letter before suggestions are asked for. */
const PAUSE_MS = 120;

/**
 * `input[data-suggest]`, whose value is the address that gives the list: suggestions while typing,
 * chosen by key, mouse or finger. Enter without a choice sends the form as ever, at once. The
 * listeners are the document's, because pages that are taken over replace their boxes.
 */
export function init(root: ParentNode): void {
  if (!root.querySelector("[data-suggest]")) return;
  const list = makeSuggestList();
  const { ask, stop } = asker(list);

  const typed = (event: Event) => {
    const box = boxOf(event);
    if (!box || isComposed(event)) return;
    list.attach(box);
    list.activate(-1);
    ask(box, 0, PAUSE_MS);
  };
  document.addEventListener("input", typed);
  document.addEventListener("compositionend", typed);
  document.addEventListener("focusin", (event) => {
    const box = boxOf(event);
    if (box) list.attach(box);
  });
  document.addEventListener("keydown", (event) => pressed(event, list, { ask, stop }), true);
  document.addEventListener("submit", stop, true);
  document.addEventListener("focusout", (event) => {
    if (boxOf(event)) stop();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target !== list.box() && !list.whole.contains(target as Node)) stop();
  });
  window.addEventListener("pagehide", stop);
  // Not "resize" of the window alone: a phone's keyboard changes only what can be seen of it.
  (window.visualViewport ?? window).addEventListener("resize", list.place);
  const scrolled = () => {
    const at = list.isOpen() && list.box()?.getBoundingClientRect();
    if (at && (at.bottom < 0 || at.top > window.innerHeight)) stop();
  };
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });

  // The box keeps the focus while an option is pressed, so that the list is still there to press.
  list.whole.addEventListener("mousedown", (event) => event.preventDefault());
  list.whole.addEventListener("click", (event) => {
    const { target } = event;
    const option = target instanceof Element && target.closest<HTMLElement>("[role=option]");
    if (!option || !isPlain(event)) return;
    const box = list.box();
    const text = option.dataset.q;
    stop();
    if (text === undefined || !box?.form) return;
    event.preventDefault();
    if (text) box.value = text;
    box.form.requestSubmit();
  });
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement && activeElement.dataset.suggest) {
    list.attach(activeElement);
  }
}

type Asker = ReturnType<typeof asker>;

/** Asks for suggestions, one text at a time: a newer text ends the request of the older one. */
function asker(list: SuggestList) {
  let timer: number | undefined;
  let flight: AbortController | undefined;
  const hush = () => {
    window.clearTimeout(timer);
    flight?.abort();
  };
  const stop = () => {
    hush();
    list.close();
  };
  const fetchList = async (box: HTMLInputElement, text: string, place: number) => {
    flight = new AbortController();
    const { signal } = flight;
    try {
      const address = `${box.dataset.suggest}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(address, { signal });
      const html = answer.ok ? await answer.text() : "";
      if (signal.aborted || document.activeElement !== box) return;
      if (!html) return list.close();
      list.attach(box);
      list.show(html);
      if (place) list.activate(place > 0 ? 0 : list.state().count - 1);
    } catch {
      // Without a net there is nothing to suggest; Enter still says so better than we could.
      if (!signal.aborted) list.close();
    }
  };
  /** `place` is where the arrows shall stand then: 1 at the first option, -1 the last, 0 none. */
  const ask = (box: HTMLInputElement, place: -1 | 0 | 1, pauseMs: number) => {
    hush();
    const text = typedText(box.value);
    if (text === null) return list.close();
    timer = window.setTimeout(() => fetchList(box, text, place), pauseMs);
  };
  return { ask, stop };
}

function pressed(event: KeyboardEvent, list: SuggestList, { ask, stop }: Asker) {
  const box = boxOf(event);
  // 229 is a key that belongs to the composing of a letter, also where isComposing comes too late.
  if (!box || event.isComposing || event.keyCode === 229) return;
  const deed: KeyDeed | null = deedOf(event, { ...list.state(), isEmpty: box.value === "" });
  if (deed === null) {
    // What moves in the text leaves the list.
    if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) list.activate(-1);
    return;
  }
  event.preventDefault();
  // Escape would close the panel or dialog around the box too.
  event.stopPropagation();
  if (typeof deed === "number") list.activate(deed);
  else if (deed === "open-first") ask(box, 1, 0);
  else if (deed === "open-last") ask(box, -1, 0);
  else if (deed === "choose") list.choose();
  else stop();
  if (deed !== "clear") return;
  box.value = "";
  for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true }));
}

function boxOf({ target }: Event): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && target.dataset.suggest ? target : undefined;
}

/**
 * Whether a letter is still being put together, whose list would be of a text that nobody meant.
 * The keyboards of phones compose every word they write; there the text counts as it stands.
 */
function isComposed(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing && matchMedia("(pointer: fine)").matches;
}
