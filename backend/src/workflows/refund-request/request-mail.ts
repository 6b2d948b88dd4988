import { formatInstant } from "@cho-lang/shared/calendar";
import { REQUEST_REASON_LABELS } from "@cho-lang/shared/domain/refund-request";
import type { Language } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import type { RefundRequest, RequestEvent } from "../../modules/refund-request/service";
import { letter, type MailText } from "../mail/mail-texts";

/** What a mail about a buyer's request says. */
export interface RequestMailFacts {
  request: RefundRequest;
  producer: { name: string; phone: string | null };
  /** The order is cancelled, as its buyer asked. */
  is_called_off: boolean;
  /** The signed link to the whole purchase. */
  link: string;
  language: Language;
}

/**
 * The mail that tells a buyer what an event means for the request; null for events that need none:
 * the buyer's own, and those after which another one follows at once.
 */
export function requestMail(
  event: Pick<RequestEvent, "deed" | "state" | "text">,
  facts: RequestMailFacts,
): MailText | null {
  if (event.deed === "call_off") return null;
  if (event.state === "to_decide") return toDecideMail(event, facts);
  if (event.state === "to_send_back") return sendBackMail(facts);
  if (event.state === "refunded") return refundedMail(facts);
  return event.state === "refused" ? refusedMail(event.text ?? "", facts) : null;
}

function toDecideMail(event: Pick<RequestEvent, "deed" | "text">, facts: RequestMailFacts) {
  const { request, producer, language } = facts;
  const why = {
    decline: {
      vi: `${producer.name} không đồng ý với yêu cầu ${request.number} của bạn và viết: ${event.text}`,
      en: `${producer.name} did not agree to your request ${request.number} and writes: ${event.text}`,
    },
    lapse: {
      vi: `${producer.name} đã không trả lời yêu cầu ${request.number} của bạn đúng hạn.`,
      en: `${producer.name} did not answer your request ${request.number} in time.`,
    },
    overdue: {
      vi: `Hàng của yêu cầu ${request.number} chưa về đến ${producer.name} đúng hạn.`,
      en: `The goods of your request ${request.number} did not reach ${producer.name} in time.`,
    },
    fail: {
      vi: `Chưa hoàn được tiền cho yêu cầu ${request.number}.`,
      en: `The money for your request ${request.number} could not be given back yet.`,
    },
  };
  const known = event.deed in why ? (event.deed as keyof typeof why) : "lapse";
  const next = {
    vi: "Chợ Làng sẽ xem xét, quyết định và báo cho bạn. Bạn không cần làm gì thêm.",
    en: "Chợ Làng looks at it, decides and tells you. There is nothing that you need to do.",
  };
  return mail(facts, {
    subject: {
      vi: `Chợ Làng sẽ quyết định yêu cầu ${request.number}`,
      en: `Chợ Làng decides about your request ${request.number}`,
    },
    paragraphs: [why[known][language], next[language]],
  });
}

function sendBackMail(facts: RequestMailFacts) {
  const { request, producer, language } = facts;
  const until = request.send_back_by ? formatInstant(request.send_back_by, language) : "";
  const call = producer.phone
    ? {
        vi: `Gọi ${producer.name} theo số ${producer.phone} để biết gửi về đâu và ai trả tiền gửi.`,
        en: `Call ${producer.name} at ${producer.phone} to learn where to send it and who pays for it.`,
      }
    : {
        vi: `Liên hệ ${producer.name} để biết gửi về đâu và ai trả tiền gửi.`,
        en: `Ask ${producer.name} where to send it and who pays for it.`,
      };
  const granted = formatVnd(request.granted_vnd ?? 0, language);
  const send = {
    vi: `Hãy gửi hàng lại trước ${until}. Khi hàng về, bạn được hoàn ${granted}.`,
    en: `Send the goods back by ${until}. When they are there, ${granted} goes back to you.`,
  };
  return mail(facts, {
    subject: {
      vi: `Yêu cầu ${request.number} được chấp nhận: hãy gửi hàng lại`,
      en: `Your request ${request.number} was granted: send the goods back`,
    },
    paragraphs: [...words(request), send[language], call[language]],
  });
}

function refundedMail(facts: RequestMailFacts) {
  const { request, is_called_off, language } = facts;
  const granted_vnd = request.granted_vnd ?? 0;
  const granted = formatVnd(granted_vnd, language);
  const back = request.payee_account
    ? {
        vi: `${granted} được chuyển vào tài khoản ${request.payee_account} mà bạn đã ghi, trong vài ngày làm việc.`,
        en: `${granted} is transferred to the account ${request.payee_account} that you named, within a few working days.`,
      }
    : {
        vi: `${granted} được hoàn về nơi bạn đã trả tiền, trong vài ngày làm việc.`,
        en: `${granted} goes back the way that you paid, within a few working days.`,
      };
  const none = {
    vi: "Bạn chưa trả tiền cho phần này, và không phải trả nữa.",
    en: "You have not paid for this part, and need not any more.",
  };
  const called = {
    vi: `Đơn ${request.number.replace(/-[A-Z]+$/, "")} đã được hủy theo yêu cầu của bạn.`,
    en: `Order ${request.number.replace(/-[A-Z]+$/, "")} was called off as you asked.`,
  };
  return mail(facts, {
    subject:
      granted_vnd > 0
        ? {
            vi: `Bạn được hoàn ${granted} cho yêu cầu ${request.number}`,
            en: `${granted} goes back to you for your request ${request.number}`,
          }
        : {
            vi: `Yêu cầu ${request.number} đã xong`,
            en: `Your request ${request.number} is done`,
          },
    paragraphs: [
      ...(is_called_off ? [called[language]] : []),
      ...words(request),
      (granted_vnd > 0 ? back : none)[language],
    ],
  });
}

function refusedMail(text: string, facts: RequestMailFacts) {
  const { request, language } = facts;
  const said = {
    vi: `Chợ Làng đã xem yêu cầu ${request.number} của bạn và không hoàn tiền. Lý do: ${text}`,
    en: `Chợ Làng has looked at your request ${request.number} and gives no money back. Reason: ${text}`,
  };
  return mail(facts, {
    subject: {
      vi: `Yêu cầu ${request.number} không được hoàn tiền`,
      en: `Your request ${request.number} was refused`,
    },
    paragraphs: [said[language]],
  });
}

/** What the operator wrote to both, when the operator decided. */
function words({ decision_deed, decision_text }: RefundRequest): string[] {
  return decision_deed === "grant" && decision_text ? [`Chợ Làng: ${decision_text}`] : [];
}

function mail(
  { link, language }: RequestMailFacts,
  said: { subject: Record<Language, string>; paragraphs: string[] },
): MailText {
  const see = {
    vi: `Xem yêu cầu của bạn:\n${link}`,
    en: `See your request:\n${link}`,
  };
  return letter(said.subject[language], [...said.paragraphs, see[language]], language);
}

/** The mail that tells a producer's owner that a buyer asks for money back. */
export function newRequestMail(facts: {
  request: RefundRequest;
  /** The request's page in the portal. */
  link: string;
}): MailText {
  const { request, link } = facts;
  const asked = request.is_whole ? "hủy đơn" : "hoàn tiền";
  return letter(
    `Người mua xin ${asked}: ${request.number}`,
    [
      `Người mua viết: ${request.text}`,
      `Lý do: ${REQUEST_REASON_LABELS[request.reason].vi}. Số tiền xin hoàn: ${formatVnd(request.amount_vnd, "vi")}.`,
      `Hãy trả lời trước ${formatInstant(request.answer_by, "vi")}. Quá hạn thì Chợ Làng quyết định.`,
      `Xem và trả lời:\n${link}`,
    ],
    "vi",
  );
}
