/** Steppers that already listen: a part of the page may be taken over more than once. */
const ready = new WeakSet<Element>();

/** − and + beside a number field, within its limits; tells the form that it changed. */
export function init(root: ParentNode): void {
  for (const stepper of root.querySelectorAll("[data-stepper]")) {
    const input = stepper.querySelector("input");
    if (!input || ready.has(stepper)) continue;
    ready.add(stepper);
    const buttons = [...stepper.querySelectorAll<HTMLButtonElement>("[data-step]")];
    const mark = () => {
      for (const button of buttons) {
        const isDown = Number(button.dataset.step) < 0;
        const limit = isDown ? input.min : input.max;
        const isAtLimit =
          limit !== "" && (isDown ? input.valueAsNumber <= +limit : input.valueAsNumber >= +limit);
        // A button that was disabled would drop the focus of whoever pressed it last.
        button.setAttribute("aria-disabled", String(isAtLimit));
      }
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        if (Number(button.dataset.step) < 0) input.stepDown();
        else input.stepUp();
        input.dispatchEvent(new Event("change", { bubbles: true }));
        mark();
      });
    }
    input.addEventListener("input", mark);
    mark();
  }
}
