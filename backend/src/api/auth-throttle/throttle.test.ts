import { describe, expect, it } from "vitest";
import { FailureThrottle, THROTTLE_LIMITS } from "./throttle";

const minutes = (count: number) => count * 60_000;
const fails = (throttle: FailureThrottle, count: number, attempt: object, now = 0) => {
  const given = { account: "a@x.vn", address: "1.1.1.1", ...attempt };
  return Array.from({ length: count }, () => throttle.attempt(given, now)).filter(
    ({ admitted }) => admitted,
  ).length;
};

describe("The throttle of sign-ins", () => {
  it("lets the tenth wrong password through and stops the eleventh", () => {
    const throttle = new FailureThrottle();
    expect(fails(throttle, 10, {})).toBe(10);
    expect(throttle.attempt({ account: "a@x.vn", address: "1.1.1.1" }, minutes(5))).toEqual({
      admitted: false,
      retry_after_seconds: 600,
    });
  });

  it("does not let a flood that is sent at once slip through", () => {
    expect(fails(new FailureThrottle(), 500, {})).toBe(THROTTLE_LIMITS.pair);
  });

  it("opens again when the oldest failure is fifteen minutes old", () => {
    const throttle = new FailureThrottle();
    fails(throttle, 10, {});
    expect(fails(throttle, 1, {}, minutes(15) - 1)).toBe(0);
    expect(fails(throttle, 1, {}, minutes(15))).toBe(1);
  });

  it("never counts a right password", () => {
    const throttle = new FailureThrottle();
    for (let time = 0; time < 200; time++) {
      const admission = throttle.attempt({ account: "a@x.vn", address: "1.1.1.1" }, 0);
      expect(admission.admitted).toBe(true);
      if (admission.admitted) admission.forgive();
    }
    expect(throttle.size).toBe(0);
  });

  it("forgets a person's own mistakes after the right password", () => {
    const throttle = new FailureThrottle();
    fails(throttle, 9, {});
    const admission = throttle.attempt({ account: "a@x.vn", address: "1.1.1.1" }, 0);
    if (admission.admitted) admission.forgive();
    expect(fails(throttle, 20, {})).toBe(10);
  });

  it("treats one mailbox in other letters as the same account", () => {
    const throttle = new FailureThrottle();
    fails(throttle, 10, {});
    expect(fails(throttle, 1, { account: " A@X.vn " })).toBe(0);
  });

  it("stops one address that tries a list of accounts after fifty", () => {
    const throttle = new FailureThrottle();
    const tried = Array.from({ length: 60 }, (_, n) =>
      fails(throttle, 1, { account: `${n}@x.vn` }),
    );
    expect(tried.filter(Boolean)).toHaveLength(THROTTLE_LIMITS.address);
    expect(fails(throttle, 1, { address: "2.2.2.2" })).toBe(1);
  });

  it("lets nobody shut the door for all when addresses are not known", () => {
    const throttle = new FailureThrottle();
    for (let n = 0; n < 60; n++) fails(throttle, 1, { account: `${n}@x.vn`, address: null });
    expect(fails(throttle, 1, { account: "new@x.vn", address: null })).toBe(1);
    expect(fails(throttle, 20, { account: "one@x.vn", address: null })).toBe(10);
  });

  it("stops many addresses that try one account after a hundred", () => {
    const throttle = new FailureThrottle();
    const tried = Array.from({ length: 120 }, (_, n) =>
      fails(throttle, 1, { address: `10.0.0.${n}` }),
    );
    expect(tried.filter(Boolean)).toHaveLength(THROTTLE_LIMITS.account);
  });

  it("keeps a bounded memory however many accounts are tried", () => {
    const throttle = new FailureThrottle();
    for (let n = 0; n < 12_000; n++) fails(throttle, 1, { account: `${n}`, address: `a${n}` });
    expect(throttle.size).toBe(THROTTLE_LIMITS.keys);
  });
});
