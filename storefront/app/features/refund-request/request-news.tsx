import type { RefundRequest } from "@cho-lang/shared/contracts/refund-request";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { isRequestEnded } from "@cho-lang/shared/domain/refund-request";
import { formatVnd } from "@cho-lang/shared/money";
import type { ReactNode } from "react";
import { useLanguage, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { nextWords, stateWords } from "./next-words";

export type RequestNewsProps = {
  request: RefundRequest;
  provider: PaymentMethod;
  /** What can be pressed. */
  children?: ReactNode;
};

/** Where a request stands, what happens next and by when, and what was answered and decided. */
export function RequestNews({ request, provider, children }: RequestNewsProps) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const { number, state, answer, decision } = request;
  const needsBuyer = state === "to_send_back";
  return (
    <Notice
      icon={isRequestEnded(state) ? "info" : needsBuyer ? "return" : "clock"}
      tone={needsBuyer ? "attention" : "calm"}
    >
      <p className="font-semibold">
        {words.request({ number, state: stateWords(request, { words, language }) })}
      </p>
      <p>{nextWords(request, provider, { words, language })}</p>
      {answer ? (
        <Said by={answer.deed === "accept" ? words.accepted : words.declined} text={answer.text} />
      ) : null}
      {decision ? (
        <Said
          by={
            decision.deed === "grant"
              ? words.decisions.grant(formatVnd(request.granted_vnd ?? 0, language))
              : words.decisions.refuse
          }
          text={decision.text}
        />
      ) : null}
      {children}
    </Notice>
  );
}

function Said({ by, text }: { by: string; text: string }) {
  return (
    <div className="mt-2">
      <p className="font-medium">{by}</p>
      {text ? <blockquote className="request-words">{text}</blockquote> : null}
    </div>
  );
}
