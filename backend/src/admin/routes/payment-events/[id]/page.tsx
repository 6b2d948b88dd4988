import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorPaymentEvent } from "@cho-lang/shared/contracts/operator-payments";
import { PAYMENT_EVENT_PROVIDER_LABELS } from "@cho-lang/shared/domain/payment-event";
import { Button, Text } from "@medusajs/ui";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { PaymentEventBadge } from "../../../components/badges";
import { Fact, Section } from "../../../components/facts";
import { Sideways } from "../../../components/sideways";
import { useLanguage, useSay } from "../../../lib/language";
import { paymentEventPhrases, paymentKindPhrases } from "../../../lib/payment-event-phrases";
import { phrases } from "../../../lib/phrases";
import { useAnswer } from "../../../lib/use-answer";
import { useDecision } from "../../../lib/use-decision";

type PaymentEvent = OperatorPaymentEvent["event"];

const PaymentEventPage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const { data, isError } = useAnswer<OperatorPaymentEvent>(`/payment-events/${id}`);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  return (
    <div className="flex flex-col gap-y-3">
      <EventSection event={data.event} />
      <Section title={say(paymentEventPhrases.payload)}>
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {say(paymentEventPhrases.payloadHint)}
        </Text>
        <Sideways label={paymentEventPhrases.payload}>
          <pre className="txt-compact-small px-6 py-4 font-mono">
            {JSON.stringify(data.event.payload, null, 2)}
          </pre>
        </Sideways>
      </Section>
    </div>
  );
};

export default PaymentEventPage;

function EventSection({ event }: { event: PaymentEvent }) {
  const say = useSay();
  const language = useLanguage();
  const instant = (at: string | null) => (at ? formatInstant(new Date(at), language) : null);
  const kind = paymentKindPhrases[event.kind];
  return (
    <Section
      title={kind ? say(kind) : event.kind}
      level="h1"
      actions={
        <>
          <PaymentEventBadge state={event.state} />
          <ReplayButton id={event.id} />
        </>
      }
    >
      <Fact label={paymentEventPhrases.provider}>
        {say(PAYMENT_EVENT_PROVIDER_LABELS[event.provider])}
      </Fact>
      <Fact label={paymentEventPhrases.eventId}>{event.event_id}</Fact>
      <Fact label={paymentEventPhrases.receivedAt}>{instant(event.received_at)}</Fact>
      <Fact label={paymentEventPhrases.processedAt}>{instant(event.processed_at)}</Fact>
      <Fact label={paymentEventPhrases.attempts}>{event.attempts}</Fact>
      <Fact label={paymentEventPhrases.nextAttempt}>{instant(event.next_attempt_at)}</Fact>
      <Fact label={paymentEventPhrases.error}>
        {event.error ? <span lang="en">{event.error}</span> : null}
      </Fact>
      <Fact label={paymentEventPhrases.replayed}>
        {event.replayed_by ? `${event.replayed_by}, ${instant(event.replayed_at)}` : null}
      </Fact>
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {say(paymentEventPhrases.replayHint)}
      </Text>
    </Section>
  );
}

function ReplayButton({ id }: { id: string }) {
  const say = useSay();
  const decide = useDecision();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isBusy}
      onClick={async () => {
        setIsBusy(true);
        await decide(`/payment-events/${id}/replay`);
        setIsBusy(false);
      }}
    >
      {say(paymentEventPhrases.replay)}
    </Button>
  );
}
