import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorRefundRequest } from "@cho-lang/shared/contracts/operator-refund-requests";
import { bankName } from "@cho-lang/shared/domain/bank";
import { REQUEST_KIND_LABELS, REQUEST_REASON_LABELS } from "@cho-lang/shared/domain/refund-request";
import { formatVnd } from "@cho-lang/shared/money";
import { formatPhone } from "@cho-lang/shared/phone";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { phrases } from "../lib/phrases";
import { requestPhrases } from "../lib/refund-request-phrases";
import { Fact } from "./facts";

type Request = OperatorRefundRequest["request"];

/** What was asked for, of which order, by whom. */
export function RequestFacts({ request }: { request: Request }) {
  const say = useSay();
  const language = useLanguage();
  const { order, producer, buyer, payee } = request;
  return (
    <>
      <Fact label={requestPhrases.kind}>{say(REQUEST_KIND_LABELS[request.kind])}</Fact>
      <Fact label={requestPhrases.reason}>{say(REQUEST_REASON_LABELS[request.reason])}</Fact>
      <Fact label={requestPhrases.words}>
        <span className="whitespace-pre-line break-words">{request.text}</span>
      </Fact>
      <Fact label={requestPhrases.asked}>{formatVnd(request.amount_vnd, language)}</Fact>
      <Fact label={requestPhrases.granted}>
        {request.granted_vnd === null ? null : formatVnd(request.granted_vnd, language)}
      </Fact>
      <Fact label={requestPhrases.order}>
        <Link to={`/purchases/${request.purchase.id}`} className="text-ui-fg-interactive">
          {order.number}
        </Link>
      </Fact>
      <Fact label={requestPhrases.orderTotal}>{formatVnd(order.total_vnd, language)}</Fact>
      <Fact label={requestPhrases.collected}>{formatVnd(order.collected_vnd, language)}</Fact>
      <Fact label={phrases.producer}>
        <Link to={`/producers/${producer.id}`} className="text-ui-fg-interactive">
          {producer.name}
        </Link>
        {producer.phone ? ` · ${formatPhone(producer.phone)}` : null}
      </Fact>
      <Fact label={phrases.buyer}>
        <span className="break-words">
          {[buyer.full_name, formatPhone(buyer.phone), buyer.email].join(" · ")}
        </span>
      </Fact>
      <Fact label={requestPhrases.payee}>
        {payee ? [payee.name, payee.account_number, bankName(payee.bank_bin)].join(" · ") : null}
      </Fact>
      <Fact label={requestPhrases.failure}>{request.failure}</Fact>
    </>
  );
}

/** The dates of a request, and what the producer and the market said. */
export function RequestCourse({ request }: { request: Request }) {
  const say = useSay();
  const language = useLanguage();
  const at = (instant: string | null) => instant && formatInstant(new Date(instant), language);
  const { answer, decision } = request;
  return (
    <>
      <Fact label={requestPhrases.askedAt}>{at(request.asked_at)}</Fact>
      <Fact label={requestPhrases.answerBy}>{at(request.answer_by)}</Fact>
      <Fact label={requestPhrases.answer}>
        {answer ? (
          <Said
            deed={say(answer.deed === "accept" ? requestPhrases.accepted : requestPhrases.declined)}
            text={answer.text}
            at={answer.at}
          />
        ) : null}
      </Fact>
      <Fact label={requestPhrases.decision}>
        {decision ? (
          <Said
            deed={say(
              decision.deed === "grant" ? requestPhrases.grantedDeed : requestPhrases.refusedDeed,
            )}
            text={decision.text}
            at={decision.at}
          />
        ) : null}
      </Fact>
      <Fact label={requestPhrases.sendBackBy}>{at(request.send_back_by)}</Fact>
      <Fact label={requestPhrases.receivedAt}>{at(request.received_at)}</Fact>
      <Fact label={requestPhrases.refundedAt}>{at(request.refunded_at)}</Fact>
    </>
  );
}

function Said({ deed, text, at }: { deed: string; text: string; at: string }) {
  const language = useLanguage();
  return (
    <>
      {deed} · {formatInstant(new Date(at), language)}
      {text ? <p className="whitespace-pre-line break-words">{text}</p> : null}
    </>
  );
}
