import type { RefundRequest } from "@cho-lang/shared/contracts/refund-request";
import type { Language } from "@cho-lang/shared/language";
import type { RequestFacts } from "../../reports/refund-requests";

/** A request as buyer, producer and operator see it. */
export function requestView(facts: RequestFacts, language: Language): RefundRequest {
  const { answer_deed, answered_at, decision_deed, decided_at } = facts;
  return {
    id: facts.id,
    number: facts.number,
    kind: facts.kind,
    state: facts.state,
    reason: facts.reason,
    text: facts.text,
    lines: facts.lines.map((line) => ({
      title: line[`title_${language}`],
      unit: line[`unit_${language}`],
      quantity: line.quantity,
      total_vnd: line.total_vnd,
    })),
    amount_vnd: facts.amount_vnd,
    granted_vnd: facts.granted_vnd,
    photos: facts.photos,
    asked_at: facts.asked_at.toISOString(),
    answer_by: facts.answer_by.toISOString(),
    answer:
      answer_deed && answered_at
        ? { deed: answer_deed, text: facts.answer_text ?? "", at: answered_at.toISOString() }
        : null,
    decision:
      decision_deed && decided_at
        ? { deed: decision_deed, text: facts.decision_text ?? "", at: decided_at.toISOString() }
        : null,
    send_back_by:
      facts.state === "to_send_back" ? (facts.send_back_by?.toISOString() ?? null) : null,
    received_at: facts.received_at?.toISOString() ?? null,
    refunded_at: facts.refunded_at?.toISOString() ?? null,
  };
}
