import { useLocation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Icon } from "~/ui/icon";

/** Says what was just recorded at this place (`?done=check-in&at=…`), and takes the focus there. */
export function DoneHere({ at }: { at: string }) {
  const { done } = usePhrases().portal.visits;
  const [params] = useSearchParams();
  const { key } = useLocation();
  const deed = params.get("done") ?? "";
  const isHere = params.get("at") === at && Object.hasOwn(done, deed);
  const place = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each deed is a new entry of the history
  useEffect(() => {
    if (isHere) place.current?.focus({ preventScroll: true });
  }, [isHere, key]);
  if (!isHere) return null;
  return (
    <p className="done-here" role="status" tabIndex={-1} ref={place} {...takesFocus()}>
      <Icon name="check" size={20} />
      {done[deed as keyof typeof done]}
    </p>
  );
}
