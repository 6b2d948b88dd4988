import type { Phrase } from "@cho-lang/shared/language";
import type { ReactNode } from "react";
import { useSay } from "../lib/language";

/** What is wider than a phone is moved sideways, with the keyboard too. */
export function Sideways({ label, children }: { label: Phrase; children: ReactNode }) {
  const say = useSay();
  return (
    <section
      aria-label={say(label)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard can't scroll it.
      tabIndex={0}
      className="overflow-x-auto"
    >
      {children}
    </section>
  );
}
