import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CLOCK_SKEW_MS, SIGNED_WINDOW_MS } from "./feed";
import { sepay, UNSIGNED_WINDOW_MS } from "./sepay";

const secret = "a secret of the tests";
const account = "0123499999";
const now = new Date("2026-11-22T03:00:00Z");
const told = {
  id: 92_704,
  gateway: "Vietcombank",
  transactionDate: "2026-11-22 09:59:37",
  accountNumber: account,
  code: null,
  content: "CLVN7K3F9 mua che",
  transferType: "in",
  transferAmount: 2_277_000,
  accumulated: 19_077_000,
  subAccount: null,
  referenceCode: "MBVCB.3278907687",
  description: "",
};
const rawOf = (body: unknown) => Buffer.from(JSON.stringify(body));
const raw = rawOf(told);

function signed(over: { at?: Date; body?: Buffer; key?: string } = {}) {
  const { at = now, body = raw, key = secret } = over;
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = createHmac("sha256", key)
    .update(`${timestamp}.${body.toString("utf8")}`)
    .digest("hex");
  return { "x-sepay-timestamp": timestamp, "x-sepay-signature": `sha256=${signature}` };
}
const ago = (ms: number) => new Date(now.getTime() - ms);
const verify = (headers: Record<string, string>, body = raw) =>
  sepay.verify(headers, body, secret, now);

describe("What SePay tells", () => {
  it("is believed with its signature, and not when a letter of it was changed", () => {
    expect(verify(signed())).toBeNull();
    expect(verify(signed(), rawOf({ ...told, transferAmount: 22_770_000 }))).toBe("forged");
    expect(verify(signed({ key: "another secret" }))).toBe("forged");
    expect(verify({ ...signed(), "x-sepay-signature": "sha256=" })).toBe("forged");
    expect(verify({ ...signed(), "x-sepay-timestamp": "1790000000" })).toBe("forged");
    expect(verify({})).toBe("unsigned");
    expect(verify({ authorization: `Bearer ${secret}` })).toBe("unsigned");
  });

  it("is believed for five minutes and a minute of a wrong clock, to the second", () => {
    const oldest = SIGNED_WINDOW_MS + CLOCK_SKEW_MS;
    expect(verify(signed({ at: ago(oldest) }))).toBeNull();
    expect(verify(signed({ at: ago(oldest + 1_000) }))).toBe("stale");
    expect(verify(signed({ at: ago(-CLOCK_SKEW_MS) }))).toBeNull();
    expect(verify(signed({ at: ago(-CLOCK_SKEW_MS - 1_000) }))).toBe("stale");
  });

  it("is not believed by the key beside a wrong signature", () => {
    const headers = { ...signed({ key: "another" }), authorization: `Apikey ${secret}` };
    expect(verify(headers)).toBe("forged");
  });

  it("is believed with the key for a day after the bank's own time", () => {
    const withKey = { authorization: `Apikey ${secret}` };
    const at = (date: string) => rawOf({ ...told, transactionDate: date });
    expect(UNSIGNED_WINDOW_MS).toBe(24 * 3_600_000);
    expect(verify(withKey)).toBeNull();
    expect(verify(withKey, at("2026-11-21 09:59:00"))).toBeNull();
    expect(verify(withKey, at("2026-11-21 09:58:59"))).toBe("stale");
    expect(verify(withKey, at("2026-11-22 10:01:01"))).toBe("stale");
    expect(verify(withKey, rawOf({ id: 1 }))).toBe("stale");
    expect(verify(withKey, Buffer.from("no JSON"))).toBe("stale");
    expect(verify({ authorization: "Apikey another" })).toBe("forged");
  });

  it("is one transfer with the bank's number, on Vietnam's clock", () => {
    expect(sepay.identify(told)).toEqual({ event_id: "92704", kind: "transfer_in" });
    expect(sepay.parse(told, account)).toEqual([
      {
        bank_id: "MBVCB.3278907687",
        account_number: account,
        amount_vnd: 2_277_000,
        content: "CLVN7K3F9 mua che",
        occurred_at: new Date("2026-11-22T02:59:37Z"),
        source: "sepay",
      },
    ]);
  });

  it("is known by SePay's number and the bank's message where others are missing", () => {
    const bare = { ...told, referenceCode: null, content: "", description: "ND: CLVN7K3F9" };
    expect(sepay.parse(bare, account)).toMatchObject([
      { bank_id: "sepay-92704", content: "ND: CLVN7K3F9" },
    ]);
  });

  it("counts money into a virtual account that is ours", () => {
    const virtual = { ...told, accountNumber: "88886666", subAccount: account };
    expect(sepay.parse(virtual, account)).toMatchObject([{ account_number: account }]);
  });

  it("is no transfer when money goes out, to another account, or is none", () => {
    expect(sepay.parse({ ...told, transferType: "out" }, account)).toEqual([]);
    expect(sepay.identify({ ...told, transferType: "out" }).kind).toBe("transfer_out");
    expect(sepay.parse(told, "99999")).toEqual([]);
    expect(sepay.parse({ ...told, transferAmount: 0 }, account)).toEqual([]);
  });

  it("is refused in another format", () => {
    const odd = [null, "text", {}, { ...told, transferAmount: 0.5 }, { ...told, id: "x" }];
    for (const body of [...odd, { ...told, transactionDate: "2026-13-45 09:59:37" }]) {
      expect(() => sepay.parse(body, account)).toThrow();
      expect(() => sepay.identify(body)).toThrow();
    }
  });
});
