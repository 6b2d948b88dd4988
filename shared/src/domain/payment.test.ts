import { describe, expect, it } from "vitest";
import { CARD_FLOOR_VND, CARD_LIMIT_VND, prepaidRefusal, TRANSFER_LIMIT_VND } from "./payment";

describe("What can be paid ahead", () => {
  it.each([
    ["stripe", 0, "nothing_to_pay"],
    ["stripe", 1, "card_floor"],
    ["stripe", CARD_FLOOR_VND - 1, "card_floor"],
    ["stripe", CARD_FLOOR_VND, null],
    ["stripe", CARD_LIMIT_VND, null],
    ["stripe", CARD_LIMIT_VND + 1, "card_ceiling"],
    ["vietqr", 0, "nothing_to_pay"],
    ["vietqr", 1, null],
    ["vietqr", TRANSFER_LIMIT_VND, null],
    ["vietqr", TRANSFER_LIMIT_VND + 1, "transfer_ceiling"],
  ] as const)("%s, %i đồng: %s", (method, amount_vnd, refusal) => {
    expect(prepaidRefusal(method, amount_vnd)).toBe(refusal);
  });
});
