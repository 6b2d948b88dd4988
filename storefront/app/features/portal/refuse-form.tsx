import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import {
  CASH_NOTE_MAX,
  REFUSE_REASON_LABELS,
  REFUSE_REASONS,
} from "@cho-lang/shared/domain/purchase";
import { Form } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { RadioCard } from "~/ui/choice";
import { TextArea } from "~/ui/field";
import { type PortalAnswer, usePending } from "./answer";
import { SendButton } from "./send-button";
import { SoundChoice } from "./sound-choice";

type ParcelProps = {
  order: Pick<ProducerOrder, "id" | "parcel_due_vnd">;
  answer: PortalAnswer | null;
};

/** The parcel was not taken at the door, folded away: why, and a word more. */
export function RefuseForm({ order, answer }: ParcelProps) {
  const { parcels } = usePhrases().portal;
  const language = useLanguage();
  const action = useHref()(`/producer/orders/${order.id}`);
  const isPending = usePending(action, { intent: "refuse" }) !== null;
  const faults = answer?.faults ?? {};
  return (
    <details className="fold" open={answer ? true : undefined}>
      <summary className="btn btn-outline">{parcels.refuse}</summary>
      <Form method="post" action={action} noValidate className="mt-4 grid max-w-xl gap-4">
        <input type="hidden" name="intent" value="refuse" />
        <p>{order.parcel_due_vnd > 0 ? parcels.refuseText : parcels.refuseTextPaid}</p>
        <fieldset
          className="grid gap-2"
          aria-describedby={faults.reason ? "refuse-reason-error" : undefined}
        >
          <legend className="legend mb-2">{parcels.refuseReason}</legend>
          {REFUSE_REASONS.map((reason) => (
            <RadioCard
              key={reason}
              name="reason"
              value={reason}
              label={REFUSE_REASON_LABELS[reason][language]}
              defaultChecked={answer?.values.reason === reason}
              {...(faults.reason ? { "data-fault": true } : {})}
              {...takesFocus(Boolean(faults.reason) && reason === REFUSE_REASONS[0])}
            />
          ))}
          {faults.reason ? (
            <p className="fault" id="refuse-reason-error">
              {parcels.refuseReasonFault}
            </p>
          ) : null}
        </fieldset>
        <TextArea
          id="refuse-note"
          name="note"
          label={parcels.refuseNote}
          hint={parcels.noteHint}
          error={faults.note ? parcels.noteFault : undefined}
          defaultValue={answer?.values.note}
          maxLength={CASH_NOTE_MAX}
          rows={2}
        />
        <SendButton label={parcels.refuseDo} isPending={isPending} />
      </Form>
    </details>
  );
}

/** The refused parcel is with the producer again, in a state to be sold or not. */
export function TakeBackForm({ order, answer }: ParcelProps) {
  const { portal } = usePhrases();
  const action = useHref()(`/producer/orders/${order.id}`);
  const isPending = usePending(action, { intent: "take-back" }) !== null;
  return (
    <Form method="post" action={action} id="take_back" noValidate className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="take-back" />
      <SoundChoice answer={answer} />
      <SendButton label={portal.deeds.take_back} isPending={isPending} />
    </Form>
  );
}
