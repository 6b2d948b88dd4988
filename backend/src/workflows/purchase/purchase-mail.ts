import type { Language } from "@cho-lang/shared/language";
import type { MailText } from "../mail/mail-texts";

export type PurchaseMailFacts = {
  language: Language;
  number: string;
  /** The signed link to the whole purchase. */
  link: string;
  total: string;
  parcels: {
    number: string;
    producer: string;
    /** Cash to hold ready when this parcel comes, as a formatted amount. */
    due: string;
    lines: { quantity: number; title: string; total: string }[];
  }[];
};

/** The one mail of a purchase: every parcel with its goods, its cash, and the signed link. */
export function purchasePlacedMail(facts: PurchaseMailFacts): MailText {
  const { language, number, link, total, parcels } = facts;
  const vi = language === "vi";
  const list = parcels.map(({ producer, number: own, lines, due }) =>
    [
      `${producer} (${own})`,
      ...lines.map((line) => `- ${line.quantity} × ${line.title}: ${line.total}`),
      vi ? `Trả khi nhận kiện này: ${due}` : `To pay when this parcel comes: ${due}`,
    ].join("\n"),
  );
  const opening = vi
    ? `Cảm ơn bạn. Đơn mua ${number} gồm ${parcels.length} kiện, mỗi nhà làm ra gửi một kiện.`
    : `Thank you. Purchase ${number} comes in ${parcels.length} parcel(s), one from each maker.`;
  const sum = vi ? `Tổng cộng, kể cả phí giao: ${total}` : `Total with delivery: ${total}`;
  const read = vi
    ? `Xem từng kiện đang ở đâu (giữ kín liên kết này):\n${link}`
    : `See where each parcel is (keep this link to yourself):\n${link}`;
  const signature = vi ? "Chợ Làng, chợ sản phẩm OCOP" : "Chợ Làng, the OCOP marketplace";
  return {
    subject: vi ? `Đã nhận đơn mua ${number}` : `We have your purchase ${number}`,
    text: [opening, ...list, sum, read, signature].join("\n\n"),
  };
}
