import { useHref, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";

/** The field for a decision number; answers on its own page, so a check can be shared. */
export function VerifyForm({ number = "", error }: { number?: string; error?: string | null }) {
  const { verify } = usePhrases();
  const href = useHref();
  return (
    <search>
      <form action={href("/verify")} className="field">
        <label htmlFor="verify-number">{verify.label}</label>
        <div className="join">
          <input
            id="verify-number"
            className="input"
            name="number"
            defaultValue={number}
            maxLength={60}
            required
            autoComplete="off"
            spellCheck={false}
            aria-describedby="verify-hint"
            aria-invalid={error ? true : undefined}
          />
          <Button>{verify.submit}</Button>
        </div>
        <p id="verify-hint" className={error ? "fault" : "small quiet"}>
          {error ?? verify.hint}
        </p>
      </form>
    </search>
  );
}
