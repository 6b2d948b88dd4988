import type { HostDeparture } from "@cho-lang/shared/contracts/visit";
import { CLOSE_REASONS, closeReasonLabel } from "@cho-lang/shared/domain/booking";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { RadioCard } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import { type PortalAnswer, RefusalNotice, usePending } from "./answer";
import { stop } from "./deed-form";
import { useVisitAction } from "./visit-form";
import { takenSeats } from "./visitor";

type ManageProps = { departure: HostDeparture; answer: PortalAnswer | null };

/** Closing, opening again and the number of seats, folded away under the guests. */
export function DepartureManage({ departure, answer }: ManageProps) {
  const { visits } = usePhrases().portal;
  const own = answer?.values.departure === departure.id ? answer : null;
  const isClosed = departure.state === "closed";
  const name = `${departure.time} ${departure.tour.title}`;
  return (
    <div className="departure-manage on-screen">
      {isClosed ? (
        <DepartureForm departure={departure} intent="reopen" button={visits.reopenDo} />
      ) : null}
      {own?.intent === "reopen" ? <RefusalNotice code={own.refusal} /> : null}
      <details className="fold" open={own && own.intent !== "reopen" ? true : undefined}>
        <summary className="btn btn-outline">
          {isClosed ? visits.manageClosed : visits.manage} <span className="sr">{name}</span>
        </summary>
        <CapacityForm departure={departure} answer={own?.intent === "capacity" ? own : null} />
        {isClosed ? null : (
          <CloseForm departure={departure} answer={own?.intent === "close" ? own : null} />
        )}
      </details>
    </div>
  );
}

type DepartureFormProps = {
  departure: HostDeparture;
  intent: "close" | "reopen" | "capacity";
  button: string;
  children?: ReactNode;
};

function DepartureForm({ departure, intent, button, children }: DepartureFormProps) {
  const { portal } = usePhrases();
  const action = useVisitAction(departure.date);
  const isPending = usePending(action, { intent, departure: departure.id }) !== null;
  return (
    <Form
      method="post"
      action={action}
      noValidate
      preventScrollReset
      className={children ? "mt-4 grid max-w-xl justify-items-start gap-4" : "contents"}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="departure" value={departure.id} />
      {children}
      <Button
        look="outline"
        aria-disabled={isPending || undefined}
        onClick={isPending ? stop : undefined}
      >
        {isPending ? portal.saving : button}
      </Button>
    </Form>
  );
}

function CapacityForm({ departure, answer }: ManageProps) {
  const { visits } = usePhrases().portal;
  const taken = takenSeats(departure);
  const isBelow = answer?.refusal === "capacity_below_taken";
  const error = isBelow
    ? visits.capacityBelow(taken)
    : answer?.faults.capacity
      ? visits.capacityFault
      : undefined;
  return (
    <>
      <RefusalNotice code={isBelow ? null : answer?.refusal} />
      <DepartureForm departure={departure} intent="capacity" button={visits.capacityDo}>
        <TextField
          id={`capacity-${departure.id}`}
          name="capacity"
          label={visits.capacity}
          hint={visits.capacityHint(taken)}
          error={error}
          defaultValue={answer?.values.capacity ?? departure.capacity}
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          className="w-full"
          {...takesFocus(error !== undefined)}
        />
      </DepartureForm>
    </>
  );
}

function CloseForm({ departure, answer }: ManageProps) {
  const { visits } = usePhrases().portal;
  const language = useLanguage();
  const faults = answer?.faults ?? {};
  const errorId = `reason-${departure.id}`;
  return (
    <>
      <h3 className="t-sub mt-8">{visits.closeTitle}</h3>
      <RefusalNotice code={answer?.refusal} />
      <p className="mt-2 max-w-xl">
        {visits.closeText}{" "}
        {departure.confirmed > 0 ? (
          <strong className="font-semibold">{visits.closeGuests(departure.confirmed)}</strong>
        ) : null}
      </p>
      <DepartureForm departure={departure} intent="close" button={visits.closeDo}>
        <fieldset
          className="grid w-full gap-2"
          aria-describedby={faults.reason ? errorId : undefined}
        >
          <legend className="legend mb-2">{visits.closeReason}</legend>
          {CLOSE_REASONS.map((reason, index) => (
            <RadioCard
              key={reason}
              name="reason"
              value={reason}
              label={closeReasonLabel(reason, language)}
              defaultChecked={answer?.values.reason === reason}
              {...(faults.reason ? { "data-fault": true } : {})}
              {...takesFocus(Boolean(faults.reason) && index === 0)}
            />
          ))}
          {faults.reason ? (
            <p className="fault" id={errorId}>
              {visits.closeReasonFault}
            </p>
          ) : null}
        </fieldset>
        <TextArea
          id={`note-${departure.id}`}
          name="note"
          label={visits.closeNote}
          hint={visits.closeNoteHint}
          error={faults.note ? visits.closeNoteFault : undefined}
          defaultValue={answer?.values.note}
          maxLength={300}
          rows={3}
          className="w-full"
        />
      </DepartureForm>
    </>
  );
}
