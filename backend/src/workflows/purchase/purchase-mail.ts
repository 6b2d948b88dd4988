import { type PaymentMethod, paymentMethodLabel } from "@cho-lang/shared/domain/payment";
import type { Language } from "@cho-lang/shared/language";
import { letter, type MailText } from "../mail/mail-texts";

export type PurchaseMailFacts = {
  language: Language;
  number: string;
  /** The signed link to the whole purchase. */
  link: string;
  total: string;
  /** Paid before it was made: nothing is to be paid at the door or at the village. */
  is_paid: boolean;
  orders: {
    number: string;
    producer: string;
    /** Cash to hold ready when this producer's parcel comes, formatted; null without a parcel. */
    due: string | null;
    lines: { quantity: number; title: string; total: string }[];
    visits: VisitMailFacts[];
    /** Cash to bring to the village, formatted; null without visits. */
    visits_due: string | null;
  }[];
};

export type VisitMailFacts = {
  title: string;
  /** Day and time in Vietnam, formatted. */
  start: string;
  /** "2 adults, 1 child". */
  party: string;
  meeting_point: string;
  total: string;
  /** The signed link to the e-ticket. */
  ticket: string;
};

/** The one mail of a purchase: every parcel and every visit, the cash for each, the signed links. */
export function purchasePlacedMail(facts: PurchaseMailFacts): MailText {
  const { language, number, link, total, is_paid, orders } = facts;
  const vi = language === "vi";
  const parts = orders.map((order) =>
    [
      `${order.producer} (${order.number})`,
      ...order.lines.map((line) => `- ${line.quantity} × ${line.title}: ${line.total}`),
      ...(order.due === null || is_paid
        ? []
        : [`${vi ? "Trả khi nhận kiện này" : "To pay when this parcel comes"}: ${order.due}`]),
      ...order.visits.flatMap((visit) => visitLines(visit, vi)),
      ...(order.visits_due === null || is_paid
        ? []
        : [`${vi ? "Trả tại làng khi đến" : "To pay at the village"}: ${order.visits_due}`]),
    ].join("\n"),
  );
  const hasParcel = orders.some(({ due }) => due !== null);
  const sum = vi
    ? `Tổng cộng${hasParcel ? ", kể cả phí giao" : ""}: ${total}`
    : `Total${hasParcel ? " with delivery" : ""}: ${total}`;
  const paid = vi
    ? "Bạn đã trả đủ. Không phải trả thêm khi nhận hàng hay khi đến làng."
    : "You have paid all of it. Nothing is to be paid at the door or at the village.";
  const read = vi
    ? `Xem đơn mua (giữ kín liên kết này):\n${link}`
    : `See your purchase (keep this link to yourself):\n${link}`;
  const subject = vi ? `Đã nhận đơn mua ${number}` : `We have your purchase ${number}`;
  return letter(
    subject,
    [opening(facts), ...parts, sum, ...(is_paid ? [paid] : []), read],
    language,
  );
}

export type AwaitingMailFacts = {
  language: Language;
  number: string;
  method: PaymentMethod;
  total: string;
  /** Clock time and day in Vietnam, formatted. */
  until: string;
  /** The signed link to the page on which it is paid. */
  link: string;
};

/** The mail of a purchase that waits for its money. */
export function purchaseAwaitingMail(facts: AwaitingMailFacts): MailText {
  const { language, number, method, total, until, link } = facts;
  const way = paymentMethodLabel(method, language);
  if (language === "vi") {
    const parts = [
      `Đơn mua ${number} đang chờ bạn trả ${total}. Cách trả: ${way}.`,
      `Hàng và chỗ được giữ cho bạn đến ${until}. Quá giờ đó đơn tự hủy, bạn không mất tiền.`,
      `Mở trang này để trả (giữ kín liên kết này):\n${link}`,
    ];
    return letter(`Đơn mua ${number} chờ bạn trả tiền`, parts, language);
  }
  const parts = [
    `Purchase ${number} waits for your payment of ${total}. Way to pay: ${way}.`,
    `Goods and seats are kept for you until ${until}. After that the purchase is given up, and you lose nothing.`,
    `Open this page to pay (keep this link to yourself):\n${link}`,
  ];
  return letter(`Purchase ${number} waits for your payment`, parts, language);
}

/** The mail of a paid purchase that could not be made: all of its money goes back. */
export function purchaseReturnedMail(facts: Omit<AwaitingMailFacts, "until">): MailText {
  const { language, number, method, total, link } = facts;
  const byTransfer = method === "vietqr";
  if (language === "vi") {
    const back = byTransfer ? "vào tài khoản bạn đã chuyển" : "vào thẻ của bạn";
    const parts = [
      `Chúng tôi đã nhận ${total} của bạn, nhưng đơn mua ${number} không đặt được nữa.`,
      `Toàn bộ ${total} được trả lại ${back}. Giỏ hàng của bạn vẫn còn để mua lại.`,
      `Xem đơn mua của bạn:\n${link}`,
    ];
    return letter(`Đơn mua ${number} không đặt được, tiền được trả lại`, parts, language);
  }
  const back = byTransfer ? "to the account that you paid from" : "to your card";
  const parts = [
    `We have your payment of ${total}, but purchase ${number} could no longer be made.`,
    `All of the ${total} goes back ${back}. Your cart is still there to buy again.`,
    `See your purchase:\n${link}`,
  ];
  return letter(`Purchase ${number} was not made, your money goes back`, parts, language);
}

function opening({ language, number, orders }: PurchaseMailFacts): string {
  const parcels = orders.filter(({ due }) => due !== null).length;
  const visits = orders.reduce((count, order) => count + order.visits.length, 0);
  if (language === "vi") {
    const parts = [
      ...(parcels > 0 ? [`${parcels} kiện, mỗi nhà làm ra gửi một kiện`] : []),
      ...(visits > 0 ? [`${visits} chuyến thăm`] : []),
    ];
    return `Cảm ơn bạn. Đơn mua ${number} gồm ${parts.join("; và ")}.`;
  }
  const parts = [
    ...(parcels > 0 ? [`${counted(parcels, "parcel")}, one from each maker`] : []),
    ...(visits > 0 ? [counted(visits, "visit")] : []),
  ];
  return `Thank you. Purchase ${number} has ${parts.join("; and ")}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function visitLines(visit: VisitMailFacts, vi: boolean): string[] {
  return [
    `- ${visit.title}: ${visit.total}`,
    `  ${visit.start} · ${visit.party}`,
    `  ${vi ? "Điểm hẹn" : "Meeting point"}: ${visit.meeting_point}`,
    `  ${vi ? "Vé của bạn" : "Your ticket"}: ${visit.ticket}`,
  ];
}
