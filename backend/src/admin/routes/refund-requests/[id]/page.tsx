import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorRefundRequest } from "@cho-lang/shared/contracts/operator-refund-requests";
import { REQUEST_STATE_LABELS } from "@cho-lang/shared/domain/refund-request";
import type { Phrase } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { Table, Text } from "@medusajs/ui";
import { useParams } from "react-router-dom";
import { Section } from "../../../components/facts";
import { RequestBadge } from "../../../components/request-badge";
import { RequestDecisions } from "../../../components/request-decisions";
import { RequestCourse, RequestFacts } from "../../../components/request-facts";
import { RequestPhotos } from "../../../components/request-photos";
import { WideTable } from "../../../components/wide-table";
import { useLanguage, useSay } from "../../../lib/language";
import { formatCount } from "../../../lib/numbers";
import { phrases } from "../../../lib/phrases";
import { requestPhrases } from "../../../lib/refund-request-phrases";
import { useAnswer } from "../../../lib/use-answer";

type Request = OperatorRefundRequest["request"];

/** Milliseconds between looks while the money is on its way. */
const PAUSE = 10_000;

const RefundRequestPage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const { data, isError } = useAnswer<OperatorRefundRequest>(`/refund-requests/${id}`, () => PAUSE);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  const { request } = data;
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={request.number}
        level="h1"
        actions={
          <>
            <RequestBadge state={request.state} />
            <RequestDecisions request={request} />
          </>
        }
      >
        <RequestFacts request={request} />
        <RequestCourse request={request} />
      </Section>
      <Lines request={request} />
      <RequestPhotos request={request} />
      <Events history={request.history} />
    </div>
  );
};

export default RefundRequestPage;

function Lines({ request }: { request: Request }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(requestPhrases.lines)}>
      <WideTable
        label={requestPhrases.lines}
        columns={[phrases.product, phrases.quantity, phrases.total]}
        nothing={requestPhrases.whole}
        rows={request.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and never move.
          <Table.Row key={index}>
            <Table.Cell>{[line.title, line.unit].filter(Boolean).join(" · ")}</Table.Cell>
            <Table.Cell>{formatCount(line.quantity, language)}</Table.Cell>
            <Table.Cell>{formatVnd(line.total_vnd, language)}</Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}

function Events({ history }: { history: Request["history"] }) {
  const say = useSay();
  const nameOf = (by: string) => {
    const other = OTHERS[by];
    return other ? say(other) : by;
  };
  const language = useLanguage();
  return (
    <Section title={say(phrases.history)}>
      <ol className="divide-y">
        {history.map((event) => (
          <li key={`${event.at}${event.state}`} className="px-6 py-3">
            <Text size="small" weight="plus">
              {say(REQUEST_STATE_LABELS[event.state])}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {nameOf(event.by)} · {formatInstant(new Date(event.at), language)}
            </Text>
            {event.text ? (
              <Text size="small" className="whitespace-pre-line break-words">
                {event.text}
              </Text>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Who is no person with a name. */
const OTHERS: Readonly<Record<string, Phrase>> = {
  buyer: requestPhrases.buyer,
  deadline: requestPhrases.deadline,
  payment: requestPhrases.payment,
};
