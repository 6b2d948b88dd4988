import type { Language } from "@cho-lang/shared/language";

export interface MailText {
  subject: string;
  text: string;
}

/** Minutes for which Medusa's reset token is good. */
export const RESET_MINUTES = 15;

const signature = {
  vi: "Chợ Làng, chợ sản phẩm OCOP",
  en: "Chợ Làng, the OCOP marketplace",
} as const;

/** A mail of plain paragraphs, signed by the marketplace. */
export function letter(subject: string, paragraphs: string[], language: Language): MailText {
  return { subject, text: [...paragraphs, signature[language]].join("\n\n") };
}

/** The mail that lets somebody choose a new password. */
export function passwordResetMail(facts: { link: string; language: Language }): MailText {
  return facts.language === "vi"
    ? letter(
        "Đặt lại mật khẩu Chợ Làng",
        [
          "Có người vừa xin đặt lại mật khẩu cho địa chỉ thư này.",
          `Mở liên kết sau trong vòng ${RESET_MINUTES} phút để chọn mật khẩu mới:\n${facts.link}`,
          "Nếu không phải bạn, hãy bỏ qua thư này; mật khẩu cũ vẫn dùng được.",
        ],
        "vi",
      )
    : letter(
        "Choose a new password for Chợ Làng",
        [
          "Somebody asked for a new password for this e-mail address.",
          `Open this link within ${RESET_MINUTES} minutes to choose one:\n${facts.link}`,
          "If it was not you, ignore this mail; the old password still works.",
        ],
        "en",
      );
}

export interface OrderMailFacts {
  number: string;
  producer: string;
  /** The signed link to the whole purchase. */
  link: string;
  language: Language;
}

/** The mail that tells the buyer that one producer's parcel is on its way. */
export function orderShippedMail(
  facts: OrderMailFacts & { tracking: { number: string; carrier: string | null }[]; due: string },
): MailText {
  const { number, producer, link, language, due } = facts;
  const parcels = facts.tracking
    .map(({ number: parcel, carrier }) => (carrier ? `${parcel} (${carrier})` : parcel))
    .join(", ");
  return language === "vi"
    ? letter(
        `${producer} đã gửi đơn ${number}`,
        [
          `Kiện hàng của ${producer} đang trên đường đến bạn. Mã vận đơn: ${parcels}.`,
          ...(due ? [`Bạn trả ${due} khi nhận hàng.`] : []),
          `Xem đơn mua của bạn:\n${link}`,
        ],
        "vi",
      )
    : letter(
        `${producer} has shipped order ${number}`,
        [
          `The parcel of ${producer} is on its way to you. Tracking number: ${parcels}.`,
          ...(due ? [`You pay ${due} when you receive it.`] : []),
          `See your purchase:\n${link}`,
        ],
        "en",
      );
}

/** The mail that tells the buyer that a refused parcel is back and its money on its way. */
export function orderReturnedMail(
  facts: OrderMailFacts & { reason: string; refunded: string },
): MailText {
  const { number, producer, link, language, reason, refunded } = facts;
  return language === "vi"
    ? letter(
        `Đơn ${number} đã về lại ${producer}`,
        [
          `Kiện hàng của đơn ${number} không giao được và đã về lại ${producer}. Lý do: ${reason}.`,
          `Bạn được trả lại ${refunded} đã trả cho kiện hàng này.`,
          `Xem đơn mua của bạn:\n${link}`,
        ],
        "vi",
      )
    : letter(
        `Order ${number} is back with ${producer}`,
        [
          `The parcel of order ${number} was not delivered and is back with ${producer}. Reason: ${reason}.`,
          `The ${refunded} that you paid for this parcel goes back to you.`,
          `See your purchase:\n${link}`,
        ],
        "en",
      );
}

/** The mail that tells the buyer that one producer's part is cancelled and the rest is not. */
export function orderCancelledMail(
  facts: OrderMailFacts & {
    reason: string;
    note: string;
    hasOthers: boolean;
    /** What the order had: things that are sent, visits, or both. */
    has_parcel: boolean;
    /** What was paid for it and goes back, formatted; empty when nothing was paid. */
    refunded?: string;
  },
): MailText {
  const { number, producer, link, language, reason, note, hasOthers, has_parcel } = facts;
  const { refunded = "" } = facts;
  const why = note ? `${reason}. ${note}` : `${reason}.`;
  return language === "vi"
    ? letter(
        `${producer} đã hủy đơn ${number}`,
        [
          `${producer} không thể ${has_parcel ? "giao đơn" : "đón bạn theo đơn"} ${number}. Lý do: ${why}`,
          refunded
            ? `Bạn được trả lại ${refunded} đã trả cho phần này.`
            : "Bạn không phải trả tiền cho phần này.",
          ...(hasOthers ? ["Các nhà sản xuất khác trong đơn mua vẫn phục vụ bạn như thường."] : []),
          `Xem đơn mua của bạn:\n${link}`,
        ],
        "vi",
      )
    : letter(
        `${producer} has cancelled order ${number}`,
        [
          `${producer} can't ${has_parcel ? "deliver" : "receive you for"} order ${number}. Reason: ${why}`,
          refunded
            ? `The ${refunded} that you paid for this part goes back to you.`
            : "You pay nothing for this part.",
          ...(hasOthers ? ["The other producers of your purchase go on as planned."] : []),
          `See your purchase:\n${link}`,
        ],
        "en",
      );
}
