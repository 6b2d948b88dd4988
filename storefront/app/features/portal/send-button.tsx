import { usePhrases } from "~/language/phrases";
import { Button, type ButtonLook } from "~/ui/button";
import { stop } from "./deed-form";

/** The button of a form; a second press while the first is under way does nothing. */
export function SendButton(facts: ButtonLook & { label: string; isPending: boolean }) {
  const { portal } = usePhrases();
  const { label, isPending, ...look } = facts;
  return (
    <Button {...look} aria-disabled={isPending || undefined} onClick={isPending ? stop : undefined}>
      {isPending ? portal.saving : label}
    </Button>
  );
}
