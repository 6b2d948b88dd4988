import { describe, expect, it } from "vitest";
import {
  type PurchaseMailFacts,
  purchaseAwaitingMail,
  purchasePlacedMail,
  purchaseReturnedMail,
} from "./purchase-mail";

const parcel: PurchaseMailFacts["orders"][number] = {
  number: "CL-7K3F9-1",
  producer: "HTX Ea Tu",
  due: "167.000 ₫",
  lines: [{ quantity: 2, title: "Cà phê", total: "145.000 ₫" }],
  visits: [],
  visits_due: null,
};
const visit: PurchaseMailFacts["orders"][number] = {
  number: "CL-7K3F9-2",
  producer: "Làng Bát Tràng",
  due: null,
  lines: [],
  visits: [
    {
      title: "Nặn gốm",
      start: "08:30, thứ bảy, 14.03.2026",
      party: "2 người lớn",
      meeting_point: "Cổng làng",
      total: "500.000 ₫",
      ticket: "https://example.com/tickets/1?token=t",
    },
  ],
  visits_due: "500.000 ₫",
};
const link = "https://example.com/purchase/1?token=x";
const facts = { number: "CL-7K3F9", link, total: "T", is_paid: false };

describe("The mail of a purchase", () => {
  it("of goods speaks of parcels and their cash, and of no visit", () => {
    const { text } = purchasePlacedMail({ ...facts, language: "vi", orders: [parcel] });
    expect(text).toContain("gồm 1 kiện");
    expect(text).toContain("Trả khi nhận kiện này: 167.000 ₫");
    expect(text).toContain("kể cả phí giao");
    expect(text).not.toContain("chuyến thăm");
    expect(text).not.toContain("Trả tại làng");
  });

  it("of a visit speaks of day, party, meeting point and ticket, and of no parcel", () => {
    const { text } = purchasePlacedMail({ ...facts, language: "vi", orders: [visit] });
    for (const words of [
      "1 chuyến thăm",
      "08:30, thứ bảy, 14.03.2026 · 2 người lớn",
      "Điểm hẹn: Cổng làng",
      "https://example.com/tickets/1?token=t",
      "Trả tại làng khi đến: 500.000 ₫",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("kiện");
    expect(text).not.toContain("phí giao");
  });

  it("of both names each, in English too", () => {
    const orders = [parcel, visit];
    const { subject, text } = purchasePlacedMail({ ...facts, language: "en", orders });
    expect(subject).toBe("We have your purchase CL-7K3F9");
    expect(text).toContain("has 1 parcel, one from each maker; and 1 visit.");
    expect(text).toContain("To pay at the village: 500.000 ₫");
    expect(text).toContain(facts.link);
  });

  it("that is paid asks for no cash anywhere", () => {
    const orders = [parcel, visit];
    for (const language of ["vi", "en"] as const) {
      const { text } = purchasePlacedMail({ ...facts, is_paid: true, language, orders });
      expect(text).toContain(language === "vi" ? "Bạn đã trả đủ" : "You have paid all of it");
      expect(text).not.toMatch(/Trả khi nhận|Trả tại làng|To pay/);
    }
  });

  it("that waits for its money says how much, until when and where", () => {
    const waiting = { number: "CL-7K3F9", link, total: "500.000 ₫", until: "10:25" };
    const vi = purchaseAwaitingMail({ ...waiting, language: "vi", method: "vietqr" });
    expect(vi.subject).toBe("Đơn mua CL-7K3F9 chờ bạn trả tiền");
    for (const part of ["500.000 ₫", "10:25", link, "VietQR"]) expect(vi.text).toContain(part);
    const en = purchaseAwaitingMail({ ...waiting, language: "en", method: "stripe" });
    for (const part of ["500.000 ₫", "10:25", link, "Card"]) expect(en.text).toContain(part);
  });

  it("that could not be made says that all of the money goes back, and where to", () => {
    const returned = { number: "CL-7K3F9", link, total: "500.000 ₫" };
    const vi = purchaseReturnedMail({ ...returned, language: "vi", method: "vietqr" });
    expect(vi.text).toContain("Toàn bộ 500.000 ₫ được trả lại vào tài khoản");
    const en = purchaseReturnedMail({ ...returned, language: "en", method: "stripe" });
    expect(en.text).toContain("All of the 500.000 ₫ goes back to your card");
  });
});
