/**
 * Fetches a page of ours to take parts of it over.
 *
 * @throws when it can't be had, is aborted, or the address leads elsewhere.
 */
export async function fetchPage(address: string, signal: AbortSignal): Promise<Document> {
  const answer = await fetch(address, { signal, headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (signal.aborted || answer.redirected) throw new Error("another page");
  return page;
}

/** The links to the other language follow the address of a page whose parts were taken over. */
export function takeLanguages(page: Document): void {
  const languages = page.querySelectorAll<HTMLAnchorElement>("a[hreflang]");
  document.querySelectorAll<HTMLAnchorElement>("a[hreflang]").forEach((link, index) => {
    const href = languages[index]?.getAttribute("href");
    if (href) link.setAttribute("href", href);
  });
}

/** Whether a press on a link means this page, not a new window. */
export function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}
