import { describe, expect, it } from "vitest";
import { HIDDEN, MOST_ATTEMPTS, pauseAfter, shownPayload, storablePayload } from "./rules";

describe("The rules of the payment inbox", () => {
  it("waits 5 seconds at first, twice as long each time, and an hour at most", () => {
    expect([1, 2, 3, 10, 11, 12].map(pauseAfter)).toEqual([5, 10, 20, 2_560, 3_600, 3_600]);
  });

  it("tries for more than two hours before it gives up", () => {
    const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1));
    const seconds = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(seconds).toBeGreaterThan(2 * 3_600);
    expect(seconds).toBeLessThan(4 * 3_600);
  });

  it("hides secrets and card data, however deep they lie, and nothing else", () => {
    const payload = {
      id: "evt_1",
      amount: 120_000,
      content: "CLVN7K3F9",
      data: {
        object: {
          client_secret: "pi_1_secret_2",
          charges: [{ payment_method_details: { type: "card", card: { last4: "4242" } } }],
          next_action: null,
        },
      },
    };
    expect(shownPayload(payload)).toEqual({
      id: "evt_1",
      amount: 120_000,
      content: "CLVN7K3F9",
      data: {
        object: {
          client_secret: HIDDEN,
          charges: [{ payment_method_details: { type: "card", card: HIDDEN } }],
          next_action: null,
        },
      },
    });
  });

  it("shows no payload that is nested without end", () => {
    let payload: unknown = "secret";
    for (let depth = 0; depth < 50; depth += 1) payload = { inner: payload };
    expect(JSON.stringify(shownPayload(payload))).not.toContain("secret");
  });

  it("takes out the character that the database can't hold, and leaves the rest", () => {
    expect(storablePayload({ content: "CL\0VN", list: ["\0", 1, null] })).toEqual({
      content: "CLVN",
      list: ["", 1, null],
    });
  });
});
