import {
  formatDate,
  formatTimeInVietnam,
  formatWeekday,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import type { RefundRequest } from "@cho-lang/shared/contracts/refund-request";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { requestStateLabel } from "@cho-lang/shared/domain/refund-request";
import type { Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "~/language/vi";

type Words = Phrases["refundRequest"];
type Facts = Pick<
  RefundRequest,
  "state" | "answer_by" | "send_back_by" | "granted_vnd" | "amount_vnd"
>;

/** A deadline for people: "15:00 thứ Ba, 24.11.2026". */
export function deadlineWords(instant: string, language: Language): string {
  const at = new Date(instant);
  const day = todayInVietnam(at);
  const weekday = formatWeekday(day, language);
  const name = language === "vi" ? weekday.charAt(0).toLowerCase() + weekday.slice(1) : weekday;
  return `${formatTimeInVietnam(at)} ${name}, ${formatDate(day, language)}`;
}

/** Where a request stands; an order of which nothing was paid is not refunded but called off. */
export function stateWords(
  { state, granted_vnd, amount_vnd }: Facts,
  { words, language }: { words: Words; language: Language },
): string {
  const isMoney = (granted_vnd ?? amount_vnd) > 0;
  if (state === "paying" && !isMoney) return words.callingOff;
  if (state === "refunded" && !isMoney) return words.calledOff;
  return requestStateLabel(state, language);
}

/** What happens next with a request, and by when. */
export function nextWords(
  request: Facts,
  provider: PaymentMethod,
  { words, language }: { words: Words; language: Language },
): string {
  const { state } = request;
  const sum = request.granted_vnd ?? request.amount_vnd;
  switch (state) {
    case "open":
      return words.next.open(deadlineWords(request.answer_by, language));
    case "to_send_back":
      return words.next.to_send_back(
        deadlineWords(request.send_back_by ?? request.answer_by, language),
      );
    case "paying":
      return sum > 0 ? words.paying[provider] : words.payingNothing;
    case "refunded":
      return sum > 0 ? words.refunded[provider](formatVnd(sum, language)) : words.refundedNothing;
    default:
      return words.next[state];
  }
}
