import { describe, expect, it } from "vitest";
import {
  orderCancelledMail,
  orderReturnedMail,
  orderShippedMail,
  passwordResetMail,
} from "./mail-texts";

const order = {
  number: "CL-7K3F9-1",
  producer: "HTX Cà phê Ea Tu",
  link: "https://example.com/purchase/1?token=x",
};

describe("The words of a mail", () => {
  it("give the link to choose a new password in the reader's language", () => {
    const link = "https://example.com/account/reset?token=t";
    expect(passwordResetMail({ link, language: "vi" }).text).toContain(link);
    expect(passwordResetMail({ link, language: "en" }).text).toMatch(/within 15 minutes/);
  });

  it("name parcel, carrier and the cash to hold ready", () => {
    const tracking = [{ number: "VN1", carrier: "Bưu điện" }];
    const { subject, text } = orderShippedMail({
      ...order,
      language: "vi",
      tracking,
      due: "145.000 ₫",
    });
    expect(subject).toBe("HTX Cà phê Ea Tu đã gửi đơn CL-7K3F9-1");
    expect(text).toContain("VN1 (Bưu điện)");
    expect(text).toContain("145.000 ₫");
    const paid = orderShippedMail({ ...order, language: "en", tracking, due: "" });
    expect(paid.text).not.toContain("You pay");
  });

  it("speak of other producers only when there are some", () => {
    const facts = {
      ...order,
      language: "en" as const,
      reason: "Out of stock",
      note: "",
      has_parcel: true,
    };
    expect(orderCancelledMail({ ...facts, hasOthers: true }).text).toContain("other producers");
    expect(orderCancelledMail({ ...facts, hasOthers: false }).text).not.toContain(
      "other producers",
    );
  });

  it("speak of a visit where nothing would have been sent", () => {
    const facts = { ...order, reason: "Out of stock", note: "", hasOthers: false };
    const visit = orderCancelledMail({ ...facts, language: "en", has_parcel: false });
    expect(visit.text).toContain("can't receive you");
    const parcel = orderCancelledMail({ ...facts, language: "vi", has_parcel: true });
    expect(parcel.text).toContain("không thể giao đơn");
  });

  it("say what goes back when a refused parcel is with its producer again", () => {
    const facts = { ...order, reason: "Không liên lạc được người mua", refunded: "145.000 ₫" };
    const vi = orderReturnedMail({ ...facts, language: "vi" });
    expect(vi.text).toContain("trả lại 145.000 ₫");
    expect(vi.text).toContain("Không liên lạc được người mua.");
    const en = orderReturnedMail({ ...facts, language: "en" });
    expect(en.subject).toBe("Order CL-7K3F9-1 is back with HTX Cà phê Ea Tu");
  });

  it("say what goes back of a part that was paid, and nothing of money that never came", () => {
    const facts = { ...order, reason: "Hết hàng", note: "", hasOthers: false, has_parcel: true };
    const paid = orderCancelledMail({ ...facts, language: "vi", refunded: "121.000 ₫" });
    expect(paid.text).toContain("trả lại 121.000 ₫");
    expect(paid.text).not.toContain("không phải trả tiền");
    const unpaid = orderCancelledMail({ ...facts, language: "en" });
    expect(unpaid.text).toContain("You pay nothing for this part.");
  });
});
