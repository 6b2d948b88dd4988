/**
 * Notes where a pressed link stands; gives what moves the focus on once the list of its address has
 * come. A dropped chip leaves it to the next one, else to the one before, and the last of all to the
 * results; any other link keeps it, and leaves it to the results only when it is gone.
 */
export function keepFocus(link: HTMLAnchorElement): () => void {
  const place = chips().indexOf(link);
  return () => {
    const { activeElement } = document;
    const isHere = activeElement === document.body || (place >= 0 && activeElement === link);
    // Whoever has gone on meanwhile is not called back.
    if (!isHere) return;
    // The link itself may have become the next chip, which has to be said again.
    link.blur();
    const left = place >= 0 ? chips() : [];
    const next = left[place] ?? left.at(-1) ?? document.getElementById("results-title");
    next?.focus({ preventScroll: true });
  };
}

function chips(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(".catalog-chips .chip")];
}
