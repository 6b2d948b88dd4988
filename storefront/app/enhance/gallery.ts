/**
 * `[data-gallery]`: a small picture (a link to `#id` of a large one) brings the large one into
 * view without a jump of the page.
 */
export function init(root: ParentNode): void {
  for (const gallery of root.querySelectorAll("[data-gallery]")) {
    gallery.addEventListener("click", (event) => {
      const { target } = event;
      const link =
        target instanceof Element ? target.closest<HTMLAnchorElement>("a[href^='#']") : null;
      const shown = link && document.getElementById(link.hash.slice(1));
      if (!shown) return;
      event.preventDefault();
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      shown.scrollIntoView({
        behavior: isCalm ? "auto" : "smooth",
        block: "nearest",
        inline: "start",
      });
      for (const each of gallery.querySelectorAll("a[aria-current]")) {
        each.removeAttribute("aria-current");
      }
      link.setAttribute("aria-current", "true");
    });
  }
}
