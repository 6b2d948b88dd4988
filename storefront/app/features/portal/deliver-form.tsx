import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { CASH_NOTE_MAX } from "@cho-lang/shared/domain/purchase";
import { formatNumber } from "@cho-lang/shared/money";
import { Form } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { TextArea, TextField } from "~/ui/field";
import { Price } from "~/ui/price";
import { type PortalAnswer, usePending } from "./answer";
import { SendButton } from "./send-button";

type DeliverProps = {
  order: Pick<ProducerOrder, "id" | "parcel_due_vnd">;
  answer: PortalAnswer | null;
};

/** Delivered: with one tap when all that was due came, or with the sum that came instead. */
export function DeliverForm({ order, answer }: DeliverProps) {
  const { portal } = usePhrases();
  const { id, parcel_due_vnd: due } = order;
  const href = useHref();
  const action = href(`/producer/orders/${id}`);
  const sent = usePending(action, { intent: "deliver" });
  const isPending = sent !== null && !sent.has("collected_vnd");
  if (due === 0) {
    return (
      <Form method="post" action={action} id="deliver" className="grid">
        <input type="hidden" name="intent" value="deliver" />
        <SendButton label={portal.deeds.deliver} isPending={isPending} />
      </Form>
    );
  }
  return (
    <div className="grid gap-3" id="deliver">
      <p className="due-now">
        {portal.parcels.due} <Price amount={due} />
      </p>
      <Form method="post" action={action} className="grid">
        <input type="hidden" name="intent" value="deliver" />
        <SendButton label={portal.parcels.deliverFull(due)} isPending={isPending} />
      </Form>
      <ShortForm order={order} answer={answer} />
    </div>
  );
}

/** The sum that came where less was paid, filled with what was due. */
function ShortForm({ order, answer }: DeliverProps) {
  const { parcels } = usePhrases().portal;
  const language = useLanguage();
  const { id, parcel_due_vnd: due } = order;
  const action = useHref()(`/producer/orders/${id}`);
  const isPending = usePending(action, { intent: "deliver" })?.has("collected_vnd") ?? false;
  const faults = answer?.faults ?? {};
  const isOpen = answer?.values.is_short === "yes";
  return (
    <details className="fold" open={isOpen ? true : undefined}>
      <summary className="btn btn-outline">{parcels.short}</summary>
      <Form method="post" action={action} noValidate className="mt-4 grid max-w-xl gap-4">
        <input type="hidden" name="intent" value="deliver" />
        <input type="hidden" name="is_short" value="yes" />
        <p>{parcels.shortText}</p>
        <TextField
          id="collected_vnd"
          name="collected_vnd"
          label={parcels.shortAmount}
          hint={parcels.shortHint(due)}
          error={amountFault(faults.collected_vnd, due, parcels)}
          defaultValue={isOpen ? answer.values.collected_vnd : formatNumber(due, language)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          {...takesFocus(Boolean(faults.collected_vnd))}
        />
        <TextArea
          id="deliver-note"
          name="note"
          label={parcels.shortNote}
          hint={parcels.noteHint}
          error={faults.note ? parcels.noteFault : undefined}
          defaultValue={answer?.values.note}
          maxLength={CASH_NOTE_MAX}
          rows={2}
        />
        <SendButton label={parcels.shortDo} isPending={isPending} />
      </Form>
    </details>
  );
}

type Words = ReturnType<typeof usePhrases>["portal"]["parcels"];

function amountFault(fault: string | undefined, due: number, words: Words): string | undefined {
  if (!fault) return undefined;
  return fault === "cash_too_much" ? words.shortTooMuch(due) : words.shortFault;
}
