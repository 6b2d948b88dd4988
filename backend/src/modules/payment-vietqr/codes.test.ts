import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codesIn } from "./codes";
import { randomCode } from "./ids";

const code = "CL7K3F9X2M";
const anyNumber = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}$/).map((signs) => `CL-${signs}`);

describe("Codes in the text of a transfer", () => {
  it.each([
    code,
    "cl7k3f9x2m",
    "CL 7K3F9 X2M",
    "CL-7K3F9-X2M",
    "MBVCB.6543210987.CL 7K3F9X2M.CT tu 0071000123456 NGUYEN THI MAI toi 0123456789",
    "CUSTOMER CL7K3F9X2M - Ma GD ACSP/ ab123456",
    "IBFT Thanh toán đơn CL7K3F9X2M GD 326123-112233",
    "QR - CL7K3F\n9X2M",
    "chuyen tien CL7K3F9X2MTran Thi B",
    "CL7K3F9X2M CL7K3F9X2M",
    "ＣＬ7K3F9X2M".normalize("NFKC"),
  ])("%j names the purchase", (content) => {
    expect(codesIn(content)).toContain(code);
  });

  it("letters that look like digits are read as people mean them", () => {
    expect(codesIn("CL O1IL0 ABC")).toEqual(["CL01110ABC"]);
    expect(codesIn("CLU234567X")).toEqual(["CLV234567X"]);
  });

  it("texts without a whole code name nothing", () => {
    for (const content of ["", "CL", "CL7K3F9X2", "mua cà phê", "7K3F9X2M"]) {
      expect(codesIn(content), content).toEqual([]);
    }
  });

  it("several codes are all found", () => {
    expect(codesIn("CLAAAA1111 CLBBBB2222")).toEqual(
      expect.arrayContaining(["CLAAAA1111", "CLBBBB2222"]),
    );
  });

  it("every code is found again whatever stands around it and however it is broken", () => {
    const noise = fc.stringMatching(/^[A-Za-z0-9 .,/-]{0,30}$/);
    const gap = fc.constantFrom("", " ", "-", ".", "  ");
    fc.assert(
      fc.property(
        anyNumber,
        noise,
        noise,
        gap,
        fc.boolean(),
        (number, before, after, sign, low) => {
          const made = randomCode(number);
          expect(made).toMatch(/^CL[0-9A-HJKMNP-TV-Z]{8}$/);
          const printed = [...(low ? made.toLowerCase() : made)].join(sign);
          expect(codesIn(`${before} ${printed} ${after}`)).toContain(made);
        },
      ),
    );
  });

  it("a long text takes no long time", () => {
    const started = performance.now();
    codesIn("CL".repeat(500_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
