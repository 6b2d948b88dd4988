import { CANCEL_REASONS, cancelReasonLabel } from "@cho-lang/shared/domain/purchase";
import { Form } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { CheckRow, RadioCard } from "~/ui/choice";
import { TextArea } from "~/ui/field";
import { type PortalAnswer, usePending } from "./answer";
import { stop } from "./deed-form";

/** Cancelling, folded away: a reason that the buyer reads, a word, and a box that says "sure". */
export function CancelForm({ orderId, answer }: { orderId: string; answer: PortalAnswer | null }) {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const action = href(`/producer/orders/${orderId}`);
  const isPending = usePending(action, { intent: "cancel" }) !== null;
  const faults = answer?.faults ?? {};
  return (
    <details className="fold" open={answer ? true : undefined}>
      <summary className="btn btn-outline">{portal.cancelOrder}</summary>
      <Form method="post" action={action} noValidate className="mt-4 grid max-w-xl gap-4">
        <input type="hidden" name="intent" value="cancel" />
        <p>{portal.cancelText}</p>
        <fieldset
          className="grid gap-2"
          aria-describedby={faults.reason ? "reason-error" : undefined}
        >
          <legend className="legend mb-2">{portal.cancelReason}</legend>
          {CANCEL_REASONS.map((reason) => (
            <RadioCard
              key={reason}
              name="reason"
              value={reason}
              label={cancelReasonLabel(reason, language)}
              defaultChecked={answer?.values.reason === reason}
              {...(faults.reason ? { "data-fault": true } : {})}
              {...takesFocus(Boolean(faults.reason) && reason === CANCEL_REASONS[0])}
            />
          ))}
          {faults.reason ? (
            <p className="fault" id="reason-error">
              {portal.cancelReasonFault}
            </p>
          ) : null}
        </fieldset>
        <TextArea
          id="note"
          name="note"
          label={portal.cancelNote}
          hint={portal.cancelNoteHint}
          error={faults.note ? portal.cancelNoteFault : undefined}
          defaultValue={answer?.values.note}
          maxLength={300}
          rows={3}
        />
        <div>
          <CheckRow
            name="sure"
            value="yes"
            label={portal.cancelConfirm}
            aria-invalid={faults.sure ? true : undefined}
            aria-describedby={faults.sure ? "sure-error" : undefined}
          />
          {faults.sure ? (
            <p className="fault" id="sure-error">
              {portal.cancelConfirmFault}
            </p>
          ) : null}
        </div>
        <Button
          look="outline"
          aria-disabled={isPending || undefined}
          onClick={isPending ? stop : undefined}
        >
          {isPending ? portal.saving : portal.cancelDo}
        </Button>
      </Form>
    </details>
  );
}
