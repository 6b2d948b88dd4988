import { useNavigation, useSearchParams } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Notice } from "~/ui/notice";

/** Why a form of the portal was refused, by codes that phrases put into words. */
export type PortalAnswer = {
  /** Which of the page's forms it was. */
  intent: string;
  /** A code of `portal.refusals`. */
  refusal: string | null;
  /** Codes of faults by field name. */
  faults: Record<string, string>;
  /** What was typed, to be shown again. */
  values: Record<string, string>;
};

/** The answer to a form that was refused as a whole. */
export function RefusalNotice({ code }: { code: string | null | undefined }) {
  const { refusals } = usePhrases().portal;
  if (!code) return null;
  const known = Object.hasOwn(refusals, code) ? (code as keyof typeof refusals) : "refused";
  return (
    <div tabIndex={-1} data-refusal {...takesFocus()}>
      <Notice role="alert" icon="warn" className="mb-4">
        {refusals[known]}
      </Notice>
    </div>
  );
}

/** Says that the deed before this page was done: `?done=pack`. */
export function DoneNotice() {
  const { done } = usePhrases().portal;
  const [params] = useSearchParams();
  const deed = params.get("done") ?? "";
  if (!Object.hasOwn(done, deed)) return null;
  return (
    <Notice role="status" icon="check" tone="calm" className="mb-4">
      {done[deed as keyof typeof done]}
    </Notice>
  );
}

/** Moves the focus to the refusal or the first faulty field of the form that was just answered. */
export function useFocusOnAnswer<T extends HTMLElement>(answer: unknown): RefObject<T> {
  const place = useRef<T>(null);
  useEffect(() => {
    if (!answer) return;
    const target = place.current?.querySelector<HTMLElement>(
      "[data-refusal], [data-fault], [aria-invalid]",
    );
    target?.focus();
  }, [answer]);
  return place;
}

/** The form that is being sent now, when it goes to this address with these values. */
export function usePending(action: string, values: Record<string, string>): FormData | null {
  const { formAction, formData, state } = useNavigation();
  if (state === "idle" || !formData || !formAction) return null;
  const isSame = Object.entries(values).every(([name, value]) => formData.get(name) === value);
  return isSame && formAction.split("?")[0] === action ? formData : null;
}
