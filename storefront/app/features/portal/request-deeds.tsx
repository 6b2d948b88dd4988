import type { ProducerRefundRequest } from "@cho-lang/shared/contracts/refund-request";
import { REQUEST_TEXT_MAX } from "@cho-lang/shared/domain/refund-request";
import { Form } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { TextArea } from "~/ui/field";
import { type PortalAnswer, usePending } from "./answer";
import { wishOf } from "./request-view";
import { SendButton } from "./send-button";
import { SoundChoice } from "./sound-choice";

type DeedProps = { request: ProducerRefundRequest; answer: PortalAnswer | null };

/** What the producer can do now: answer, or take in goods that came back. */
export function RequestDeeds({ request, answer }: DeedProps) {
  const { portal } = usePhrases();
  const { deeds, state } = request;
  const answerTo = (intent: string) => (answer?.intent === intent ? answer : null);
  if (deeds.length === 0) {
    return state === "open" ? <p className="quiet small">{portal.notYourRole}</p> : null;
  }
  return (
    <div className="grid gap-3">
      {deeds.includes("receive") ? (
        <ReceiveForm request={request} answer={answerTo("receive")} />
      ) : null}
      {deeds.includes("accept") ? <AcceptForm request={request} /> : null}
      {state === "open" && !deeds.includes("accept") ? <p>{portal.requests.hasLeft}</p> : null}
      {deeds.includes("decline") ? (
        <DeclineForm request={request} answer={answerTo("decline")} />
      ) : null}
    </div>
  );
}

function useRequestForm({ id }: ProducerRefundRequest, intent: string) {
  const action = useHref()(`/producer/requests/${id}`);
  return { action, isPending: usePending(action, { intent }) !== null };
}

/** What happens then stands before the button; money wants a second tap. */
function AcceptForm({ request }: Pick<DeedProps, "request">) {
  const { requests } = usePhrases().portal;
  const { action, isPending } = useRequestForm(request, "accept");
  const { amount_vnd } = request;
  const wish = wishOf(request);
  return (
    <>
      <p>
        <strong className="font-semibold">{requests.ifYouAccept}:</strong> {requests.outcome[wish]}{" "}
        {amount_vnd > 0 ? requests.outcomeMoney[wish](amount_vnd) : requests.outcomeFree}
      </p>
      <details className="fold">
        <summary className="btn">{requests.accept}</summary>
        <Form method="post" action={action} className="mt-3 grid gap-3">
          <input type="hidden" name="intent" value="accept" />
          <p>{requests.acceptSure}</p>
          <SendButton label={requests.acceptDo[wish](amount_vnd)} isPending={isPending} />
        </Form>
      </details>
    </>
  );
}

function DeclineForm({ request, answer }: DeedProps) {
  const { requests } = usePhrases().portal;
  const { action, isPending } = useRequestForm(request, "decline");
  const isFaulty = Boolean(answer?.faults.text);
  return (
    <details className="fold" open={answer ? true : undefined}>
      <summary className="btn btn-outline">{requests.decline}</summary>
      <Form method="post" action={action} noValidate className="mt-4 grid max-w-xl gap-4">
        <input type="hidden" name="intent" value="decline" />
        <p>{requests.declineText}</p>
        <TextArea
          id="text"
          name="text"
          label={requests.declineWhy}
          hint={requests.declineWhyHint}
          error={isFaulty ? requests.declineWhyFault : undefined}
          defaultValue={answer?.values.text}
          maxLength={REQUEST_TEXT_MAX}
          rows={4}
          {...takesFocus(isFaulty)}
        />
        <SendButton label={requests.declineDo} isPending={isPending} />
      </Form>
    </details>
  );
}

/** The goods are back, in a state to be sold or not; the money follows. */
function ReceiveForm({ request, answer }: DeedProps) {
  const { requests } = usePhrases().portal;
  const { action, isPending } = useRequestForm(request, "receive");
  const amount = request.granted_vnd ?? request.amount_vnd;
  return (
    <Form method="post" action={action} noValidate className="grid max-w-xl gap-4">
      <input type="hidden" name="intent" value="receive" />
      <p>{requests.receiveText(amount)}</p>
      <SoundChoice answer={answer} />
      <SendButton label={requests.receive} isPending={isPending} />
    </Form>
  );
}
