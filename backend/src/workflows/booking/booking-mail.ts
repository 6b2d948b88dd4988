import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import { letter, type MailText } from "../mail/mail-texts";

export type BookingMailFacts = {
  tour: string;
  /** Day and time in Vietnam, formatted. */
  start: string;
  /** "2 người lớn, 1 trẻ em". */
  party: string;
  pax: number;
  full_name: string;
  phone: string;
  note: string;
  code: string;
  /** To be paid at the village, formatted; null when nothing is. */
  due: string | null;
  /** The day's page in the portal. */
  link: string;
};

/** Tells a host about guests who have booked; producers are written to in Vietnamese. */
export function bookingConfirmedMail(facts: BookingMailFacts): MailText {
  const { tour, start, party, full_name, phone, note, code, due, link } = facts;
  return letter(
    `Khách đặt ${tour}: ${start}`,
    [
      `Có khách mới đặt ${tour}.`,
      [
        `Khi nào: ${start}`,
        `Ai đến: ${full_name}, ${party} (${facts.pax} chỗ)`,
        `Điện thoại: ${phone}`,
        `Mã vé: ${formatTicketCode(code)}`,
        ...(due === null ? [] : [`Khách trả tại làng: ${due}`]),
        ...(note === "" ? [] : [`Khách nhắn: ${note}`]),
      ].join("\n"),
      `Xem khách trong ngày:\n${link}`,
    ],
    "vi",
  );
}
