import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { casso } from "./casso";
import { CLOCK_SKEW_MS, SIGNED_WINDOW_MS } from "./feed";

const secret = "a secret of the tests";
const account = "88888888";
const now = new Date("2026-11-22T03:00:00Z");
const told = {
  error: 0,
  data: {
    id: 4_512,
    reference: "FT26327123456789",
    description: "CLVN7K3F9 mua chè",
    amount: 599_000,
    transactionDateTime: "2026-11-22 09:59:37",
    accountNumber: account,
    bankName: "VPBank",
    virtualAccountNumber: "",
  },
};
/** The same with sorted keys, written by hand. */
const SORTED =
  '{"data":{"accountNumber":"88888888","amount":599000,"bankName":"VPBank","description":"CLVN7K3F9 mua chè","id":4512,"reference":"FT26327123456789","transactionDateTime":"2026-11-22 09:59:37","virtualAccountNumber":""},"error":0}';
const rawOf = (body: unknown) => Buffer.from(JSON.stringify(body));
const raw = rawOf(told);

function signed(over: { at?: number; key?: string } = {}) {
  const { at = now.getTime(), key = secret } = over;
  const signature = createHmac("sha512", key).update(`${at}.${SORTED}`).digest("hex");
  return { "x-casso-signature": `t=${at},v1=${signature}` };
}
const verify = (headers: Record<string, string | string[]>, body = raw) =>
  casso.verify(headers, body, secret, now);

describe("What Casso tells", () => {
  it("is believed with its signature over the sorted body, in whatever order it comes", () => {
    expect(verify(signed())).toBeNull();
    expect(verify(signed(), Buffer.from(JSON.stringify(JSON.parse(SORTED), null, 2)))).toBeNull();
  });

  it("is not believed when it was changed, signed with another secret, or not signed", () => {
    const more = { ...told, data: { ...told.data, amount: 599_001 } };
    expect(verify(signed(), rawOf(more))).toBe("forged");
    expect(verify(signed({ key: "another secret" }))).toBe("forged");
    const [header = ""] = Object.values(signed());
    expect(verify({ "x-casso-signature": `${header},v1=00` })).toBe("forged");
    expect(verify({ "x-casso-signature": "t=1,v1=" })).toBe("forged");
    expect(verify(signed(), Buffer.from("no JSON"))).toBe("forged");
    expect(verify({ "x-casso-signature": [header, header] })).toBe("unsigned");
    expect(verify({ "secure-token": secret })).toBe("unsigned");
    expect(verify({})).toBe("unsigned");
  });

  it("is believed for five minutes and a minute of a wrong clock, to the millisecond", () => {
    const oldest = now.getTime() - SIGNED_WINDOW_MS - CLOCK_SKEW_MS;
    expect(verify(signed({ at: oldest }))).toBeNull();
    expect(verify(signed({ at: oldest - 1 }))).toBe("stale");
    expect(verify(signed({ at: now.getTime() + CLOCK_SKEW_MS }))).toBeNull();
    expect(verify(signed({ at: now.getTime() + CLOCK_SKEW_MS + 1 }))).toBe("stale");
  });

  it("is one transfer with the bank's number, on Vietnam's clock", () => {
    expect(casso.identify(told)).toEqual({ event_id: "4512", kind: "transfer_in" });
    expect(casso.parse(told, account)).toEqual([
      {
        bank_id: "FT26327123456789",
        account_number: account,
        amount_vnd: 599_000,
        content: "CLVN7K3F9 mua chè",
        occurred_at: new Date("2026-11-22T02:59:37Z"),
        source: "casso",
        sender: null,
      },
    ]);
  });

  it("names the account that the money can go back to, where the bank tells all of it", () => {
    const counter = {
      counterAccountBankId: "970415",
      counterAccountNumber: "888 888 8888",
      counterAccountName: "NGUYEN VAN A",
    };
    const sender = { bank_bin: "970415", account_number: "8888888888", name: "NGUYEN VAN A" };
    const body = (data: object) => ({ ...told, data: { ...told.data, ...counter, ...data } });
    expect(casso.parse(body({}), account)).toMatchObject([{ sender }]);
    const bankless = body({ counterAccountBankId: "VietinBank" });
    expect(casso.parse(bankless, account)).toMatchObject([{ sender: null }]);
    expect(casso.parse(body({ counterAccountNumber: "" }), account)).toMatchObject([
      { sender: null },
    ]);
  });

  it("is no transfer when money goes out, to another account, or when Casso only tries", () => {
    const over = (data: object) => ({ ...told, data: { ...told.data, ...data } });
    expect(casso.parse(over({ amount: -599_000 }), account)).toEqual([]);
    expect(casso.identify(over({ amount: -599_000 })).kind).toBe("transfer_out");
    expect(casso.parse(told, "99999")).toEqual([]);
    const trial = over({ id: 0, reference: "MA_GIAO_DICH_THU_NGHIEM" });
    expect(casso.parse(trial, account)).toEqual([]);
    expect(casso.identify(trial)).toEqual({
      event_id: "trial:MA_GIAO_DICH_THU_NGHIEM",
      kind: "trial",
    });
    const virtual = over({ accountNumber: "1", virtualAccountNumber: account, reference: "" });
    expect(casso.parse(virtual, account)).toMatchObject([
      { account_number: account, bank_id: "casso-4512" },
    ]);
  });

  it("is refused in another format, also in that of the older webhook", () => {
    const older = { error: 0, data: [{ id: 1, tid: "A", amount: 1, when: "2026-11-22" }] };
    for (const body of [null, "text", {}, older, { ...told, error: 1 }]) {
      expect(() => casso.parse(body, account)).toThrow();
      expect(() => casso.identify(body)).toThrow();
    }
  });
});
