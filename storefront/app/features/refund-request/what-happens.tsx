import type { RefundChoice } from "@cho-lang/shared/contracts/refund-request";
import { ANSWER_HOURS, ANSWER_HOURS_BEFORE } from "@cho-lang/shared/domain/refund-request";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import type { Phrases } from "~/language/vi";
import { Notice } from "~/ui/notice";

/** Said before one asks: what is called off, what comes back by the rules, and who answers by when. */
export function WhatHappens({ choice }: { choice: RefundChoice }) {
  const { refundRequest: words } = usePhrases();
  const { is_whole } = choice;
  return (
    <Notice tone="calm">
      {is_whole ? <p>{wholeWords(choice, words)}</p> : null}
      <Money choice={choice} />
      <p>{words.how(is_whole ? ANSWER_HOURS_BEFORE : ANSWER_HOURS)}</p>
    </Notice>
  );
}

function wholeWords({ lines, order }: RefundChoice, words: Phrases["refundRequest"]): string {
  if (order.progress === "booked") return words.wholeVisit;
  return lines.some((line) => line.is_visit) ? words.wholeBoth : words.wholeGoods;
}

function Money({ choice: { is_whole, by_rules_vnd, order } }: { choice: RefundChoice }) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const paid = formatVnd(order.collected_vnd, language);
  if (order.collected_vnd === 0) return <p>{words.nothingPaid}</p>;
  if (!is_whole) return null;
  if (by_rules_vnd === null) return <p>{words.wholeSum(paid)}</p>;
  return (
    <p className="font-medium">
      {by_rules_vnd > 0
        ? words.byRules({ sum: formatVnd(by_rules_vnd, language), paid })
        : words.byRulesNothing}
    </p>
  );
}
