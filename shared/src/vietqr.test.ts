import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANKS, bankName, isBankBin } from "./domain/bank";
import { bankText, crc16, parseVietQr, readQrFields, type VietQr, vietQrPayload } from "./vietqr";

/**
 * Published example strings: README of npm vietnam-qr-pay 1.5.1 and of napas-qr; their checksums
 * were computed again by other code. `qr` is null for a merchant's code, which is no transfer.
 */
const vectors: { id: string; qr: VietQr | null; payload: string }[] = [
  {
    id: "acb-static",
    qr: { bin: "970416", account: "257678859" },
    payload:
      "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
  },
  {
    id: "acb-dynamic-10000",
    qr: { bin: "970416", account: "257678859", amount_vnd: 10_000, purpose: "Chuyen tien" },
    payload:
      "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
  },
  {
    id: "acb-dynamic-1000",
    qr: { bin: "970416", account: "257678859", amount_vnd: 1_000, purpose: "Chuyen tien" },
    payload:
      "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8",
  },
  {
    id: "acb-bill-purpose",
    qr: {
      bin: "970416",
      account: "224528479",
      amount_vnd: 10_000,
      bill: "NPS6869",
      purpose: "TRANSFER TO SOMEONE",
    },
    payload:
      "00020101021238530010A0000007270123000697041601092245284790208QRIBFTTA53037045405100005802VN62340107NPS68690819TRANSFER TO SOMEONE6304AC13",
  },
  {
    id: "momo-new",
    qr: { bin: "971025", account: "PSP123456789000000", reference: "MOMOW2W12345678" },
    payload:
      "00020101021138620010A000000727013200069710250118PSP1234567890000000208QRIBFTTA53037045802VN62190515MOMOW2W123456786304821F",
  },
  {
    id: "vnpay-merchant",
    qr: null,
    payload:
      "00020101021126280010A0000007750110010531314453037045408210900005802VN5910CELLPHONES62600312CPSHN ONLINE0517021908061613127850705ONLHN0810CellphoneS63047685",
  },
];

const ascii = (pattern: RegExp) => fc.stringMatching(pattern);
const anyQr: fc.Arbitrary<VietQr> = fc.record(
  {
    bin: ascii(/^[0-9]{6}$/),
    account: ascii(/^[0-9A-Za-z]{1,19}$/),
    amount_vnd: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    bill: ascii(/^[0-9A-Za-z]{1,25}$/),
    reference: ascii(/^[0-9A-Za-z-]{1,25}$/),
    purpose: ascii(/^[0-9A-Za-z]{1,12}( [0-9A-Za-z]{1,12})?$/),
  },
  { requiredKeys: ["bin", "account"] },
);

describe("VietQR codes", () => {
  it("the checksum is CRC-16/CCITT-FALSE", () => {
    expect(crc16("123456789")).toBe("29B1");
    expect(crc16("")).toBe("FFFF");
  });

  it.each(vectors.filter(({ qr }) => qr))("$id is written byte for byte", ({ qr, payload }) => {
    expect(qr && vietQrPayload(qr)).toBe(payload);
  });

  it.each(vectors)("$id is read back", ({ qr, payload }) => {
    expect(parseVietQr(payload)).toEqual(qr);
    const fields = readQrFields(payload) ?? [];
    const again = fields.map(
      ({ id, value }) => `${id}${`${value.length}`.padStart(2, "0")}${value}`,
    );
    expect(`${again.join("")}${payload.slice(-8)}`).toBe(payload);
  });

  it("whatever is written is read back", () => {
    fc.assert(
      fc.property(anyQr, (qr) => {
        expect(parseVietQr(vietQrPayload(qr))).toEqual(qr);
      }),
    );
  });

  it("one sign that is read wrongly is noticed", () => {
    const payload = vectors[1]?.payload ?? "";
    for (let at = 0; at < payload.length; at += 1) {
      const wrong = payload[at] === "7" ? "1" : "7";
      expect(parseVietQr(payload.slice(0, at) + wrong + payload.slice(at + 1)), `${at}`).toBeNull();
    }
  });

  it("no text at all makes the reader stumble", () => {
    fc.assert(fc.property(fc.string(), (text) => parseVietQr(text) === null));
    fc.assert(
      fc.property(ascii(/^[0-9]{0,60}$/), (text) => {
        const whole = `${text}6304`;
        expect(() => parseVietQr(whole + crc16(whole))).not.toThrow();
      }),
    );
  });

  it("refuses what does not fit its field", () => {
    const qr = { bin: "970436", account: "0071000123456" };
    for (const wrong of [
      { bin: "97043" },
      { account: "" },
      { account: "007 100" },
      { amount_vnd: 0 },
      { amount_vnd: 0.5 },
      { amount_vnd: 10_000_000_000_000 },
      { purpose: "a".repeat(26) },
    ]) {
      expect(() => vietQrPayload({ ...qr, ...wrong }), JSON.stringify(wrong)).toThrow(RangeError);
    }
    expect(() => vietQrPayload({ ...qr, amount_vnd: 9_999_999_999_999 })).not.toThrow();
    expect(() => vietQrPayload({ ...qr, purpose: "a".repeat(25) })).not.toThrow();
  });

  it("texts lose their diacritics, as banks demand", () => {
    expect(bankText("Trả tiền đơn  CL-7K3F9")).toBe("Tra tien don CL-7K3F9");
    expect(bankText("ĐẶNG THỊ ƯỚC".normalize("NFD"))).toBe("DANG THI UOC");
    expect(bankText(" cà phê\u0000☕ 咖啡 ")).toBe("ca phe");
  });

  it("banks are known by their six digits", () => {
    expect(bankName("970436")).toBe("Vietcombank");
    expect(bankName("123456")).toBe("123456");
    expect(isBankBin("toString")).toBe(false);
    expect(Object.keys(BANKS).every((bin) => /^[0-9]{6}$/.test(bin))).toBe(true);
  });
});
