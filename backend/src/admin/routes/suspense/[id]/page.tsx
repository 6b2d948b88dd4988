import { formatInstant } from "@cho-lang/shared/calendar";
import type { SuspenseDetail } from "@cho-lang/shared/contracts/operator-transfers";
import { bankName } from "@cho-lang/shared/domain/bank";
import { SUSPENSE_REASON_LABELS } from "@cho-lang/shared/domain/payment";
import { PURCHASE_STATUS_LABELS } from "@cho-lang/shared/domain/purchase";
import {
  REFUND_STATE_LABELS,
  SUSPENSE_RESOLUTION_LABELS,
  TRANSFER_SOURCE_LABELS,
} from "@cho-lang/shared/domain/transfer";
import { formatVnd } from "@cho-lang/shared/money";
import { Text } from "@medusajs/ui";
import { Link, useParams } from "react-router-dom";
import { Fact, Section } from "../../../components/facts";
import { SuspenseDecisions } from "../../../components/suspense-decisions";
import { useLanguage, useSay } from "../../../lib/language";
import { phrases } from "../../../lib/phrases";
import { transferPhrases } from "../../../lib/transfer-phrases";
import { useAnswer } from "../../../lib/use-answer";

type Entry = SuspenseDetail["suspense"];

const SuspenseEntryPage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const language = useLanguage();
  const { data, isError } = useAnswer<SuspenseDetail>(`/suspense/${id}`);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  const { suspense: entry } = data;
  const { transfer, purchase, resolution } = entry;
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={`${say(transferPhrases.suspense)}: ${formatVnd(entry.amount_vnd, language)}`}
        level="h1"
        actions={resolution ? null : <SuspenseDecisions entry={entry} />}
      >
        <Fact label={transferPhrases.why}>{say(SUSPENSE_REASON_LABELS[entry.reason])}</Fact>
        <Fact label={transferPhrases.meantFor}>
          {purchase ? (
            <>
              <Link to={`/purchases/${purchase.id}`} className="text-ui-fg-interactive">
                {purchase.number}
              </Link>
              {purchase.status ? ` · ${say(PURCHASE_STATUS_LABELS[purchase.status])}` : null}
            </>
          ) : null}
        </Fact>
        <Fact label={transferPhrases.content}>
          <span className="break-words">{transfer.content}</span>
        </Fact>
        <Fact label={transferPhrases.occurredAt}>
          {formatInstant(new Date(transfer.occurred_at), language)}
        </Fact>
        <Fact label={transferPhrases.transferAmount}>
          {formatVnd(transfer.amount_vnd, language)}
        </Fact>
        <Fact label={transferPhrases.sender}>
          {transfer.sender
            ? [
                transfer.sender.name,
                transfer.sender.account_number,
                bankName(transfer.sender.bank_bin),
              ]
                .filter(Boolean)
                .join(" · ")
            : say(transferPhrases.senderUnknown)}
        </Fact>
        <Fact label={transferPhrases.bankId}>{transfer.bank_id}</Fact>
        <Fact label={transferPhrases.source}>{say(TRANSFER_SOURCE_LABELS[transfer.source])}</Fact>
      </Section>
      {resolution ? <Resolution resolution={resolution} /> : null}
    </div>
  );
};

export default SuspenseEntryPage;

function Resolution({ resolution }: { resolution: NonNullable<Entry["resolution"]> }) {
  const say = useSay();
  const language = useLanguage();
  const { paid_to, refund } = resolution;
  return (
    <Section title={say(transferPhrases.resolved)}>
      <Fact label={transferPhrases.result}>{say(SUSPENSE_RESOLUTION_LABELS[resolution.kind])}</Fact>
      <Fact label={phrases.by}>{resolution.by}</Fact>
      <Fact label={phrases.at}>{formatInstant(new Date(resolution.at), language)}</Fact>
      <Fact label={transferPhrases.note}>{resolution.note}</Fact>
      <Fact label={phrases.purchase}>
        {paid_to ? (
          <Link to={`/purchases/${paid_to.id}`} className="text-ui-fg-interactive">
            {paid_to.number}
          </Link>
        ) : null}
      </Fact>
      <Fact label={transferPhrases.refunds}>
        {refund ? (
          <Link
            to={`/refunds-due${refund.status === "sent" ? "?state=sent" : ""}`}
            className="text-ui-fg-interactive"
          >
            {say(REFUND_STATE_LABELS[refund.status])}
          </Link>
        ) : null}
      </Fact>
    </Section>
  );
}
