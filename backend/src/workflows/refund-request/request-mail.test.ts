import { formatVnd } from "@cho-lang/shared/money";
import { describe, expect, it } from "vitest";
import type { RefundRequest } from "../../modules/refund-request/service";
import { newRequestMail, type RequestMailFacts, requestMail } from "./request-mail";

const request: RefundRequest = {
  id: "rreq_1",
  number: "CL-7K3F9-1-A",
  purchase_id: "purch_1",
  order_id: "order_1",
  producer_id: "prod_1",
  kind: "refund",
  state: "refunded",
  reason: "damaged",
  text: "Hũ mật ong bị vỡ",
  is_whole: false,
  amount_vnd: 145_000,
  shipping_vnd: 0,
  granted_vnd: 145_000,
  payee_bank_bin: null,
  payee_account: null,
  payee_name: null,
  asked_at: new Date("2026-11-22T08:00:00Z"),
  answer_by: new Date("2026-11-25T08:00:00Z"),
  answer_deed: "accept",
  answer_text: "",
  answered_at: new Date("2026-11-22T09:00:00Z"),
  decision_deed: null,
  decision_text: null,
  decided_at: null,
  send_back_by: null,
  received_at: null,
  is_sound: null,
  refunded_at: new Date("2026-11-22T09:00:00Z"),
  failure: null,
  tried_at: null,
};
const facts: RequestMailFacts = {
  request,
  producer: { name: "HTX Cà phê Ea Tu", phone: "+84262385555" },
  is_called_off: false,
  link: "https://example.com/purchase/1?token=x",
  language: "vi",
};

describe("The mails of a request", () => {
  it("say how much goes back, and where to", () => {
    const paid = { deed: "pay", state: "refunded", text: null } as const;
    const { subject, text } = requestMail(paid, facts) ?? {};
    expect(subject).toContain(formatVnd(145_000, "vi"));
    expect(text).toContain("về nơi bạn đã trả tiền");
    expect(text).toContain(facts.link);
    const named = { ...request, payee_bank_bin: "970436", payee_account: "0071000123456" };
    expect(requestMail(paid, { ...facts, request: named })?.text).toContain("0071000123456");
    const unpaid = { ...facts, request: { ...request, granted_vnd: 0 }, is_called_off: true };
    const called = requestMail(paid, { ...unpaid, language: "en" });
    expect(called?.text).toContain("Order CL-7K3F9-1 was called off as you asked.");
    expect(called?.text).toContain("need not any more");
    expect(called?.subject).not.toContain("0");
  });

  it("say until when goods are to be sent back, and whom to call", () => {
    const send_back_by = new Date("2026-12-06T09:00:00Z");
    const granted = { ...request, state: "to_send_back" as const, send_back_by };
    const event = { deed: "accept", state: "to_send_back", text: null } as const;
    const { text } = requestMail(event, { ...facts, request: granted }) ?? {};
    expect(text).toContain("06.12.2026");
    expect(text).toContain("+84262385555");
  });

  it("say who decides next and why, with the words that were written", () => {
    const declined = { deed: "decline", state: "to_decide", text: "Hàng còn nguyên" } as const;
    expect(requestMail(declined, facts)?.text).toContain("Hàng còn nguyên");
    const lapsed = { deed: "lapse", state: "to_decide", text: null } as const;
    expect(requestMail(lapsed, { ...facts, language: "en" })?.text).toContain("in time");
    const refused = { deed: "refuse", state: "refused", text: "Ảnh không rõ" } as const;
    expect(requestMail(refused, facts)?.text).toContain("Lý do: Ảnh không rõ");
  });

  it("are none for what the buyer did, and for a step on the way to money", () => {
    expect(requestMail({ deed: "withdraw", state: "withdrawn", text: null }, facts)).toBeNull();
    expect(requestMail({ deed: "accept", state: "paying", text: null }, facts)).toBeNull();
    expect(requestMail({ deed: "call_off", state: "refunded", text: null }, facts)).toBeNull();
  });

  it("tell the producer what is asked, why and until when", () => {
    const { subject, text } = newRequestMail({ request, link: "https://example.com/r" });
    expect(subject).toBe("Người mua xin hoàn tiền: CL-7K3F9-1-A");
    const money = formatVnd(145_000, "vi");
    for (const word of ["Hũ mật ong bị vỡ", "Hàng bị vỡ, hỏng", "25.11.2026", money]) {
      expect(text).toContain(word);
    }
  });
});
