import { REQUEST_STATES, type RequestState } from "@cho-lang/shared/domain/refund-request";
import { describe, expect, it } from "vitest";
import { DEEDS, type DeedName, judge, letterOf, type Standing } from "./rules";

const now = new Date("2026-11-22T08:00:00Z");
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

/** A request at a state, its times over, and nothing said yet. */
function at(state: RequestState, over: Partial<Standing> = {}): Standing {
  return {
    kind: "return",
    state,
    answer_by: before,
    send_back_by: before,
    answer_deed: null,
    decision_deed: null,
    received_at: null,
    ...over,
  };
}

/** Everything that can be done at each state; whatever is not here changes nothing. */
const CAN: Record<RequestState, Partial<Record<DeedName, RequestState>>> = {
  open: {
    accept: "to_send_back",
    decline: "to_decide",
    withdraw: "withdrawn",
    grant: "to_send_back",
    refuse: "refused",
    lapse: "to_decide",
    call_off: "refunded",
  },
  to_decide: {
    withdraw: "withdrawn",
    grant: "to_send_back",
    refuse: "refused",
    call_off: "refunded",
  },
  to_send_back: {
    receive: "paying",
    withdraw: "withdrawn",
    grant: "to_send_back",
    refuse: "refused",
    overdue: "to_decide",
  },
  paying: { pay: "refunded", fail: "to_decide" },
  refunded: {},
  refused: {},
  withdrawn: {},
};
/** Deeds of nobody, which come late and often. */
const QUIET: readonly DeedName[] = ["lapse", "overdue", "pay", "fail", "call_off"];

describe("A request", () => {
  const all = REQUEST_STATES.flatMap((state) => DEEDS.map((deed) => [state, deed] as const));
  it.each(all)("that is %s answers to %s", (state, deed) => {
    const to = CAN[state][deed];
    const isRepeat = QUIET.includes(deed) || (state === "withdrawn" && deed === "withdraw");
    const otherwise = isRepeat ? { kind: "repeat" } : { kind: "refuse" };
    expect(judge(at(state), deed, now)).toEqual(to ? { kind: "do", to } : otherwise);
  });

  it("of money only is paid as soon as it is granted, and a return when no goods are wanted", () => {
    const paying = { kind: "do", to: "paying" };
    expect(judge(at("open", { kind: "refund" }), "accept", now)).toEqual(paying);
    expect(judge(at("to_decide", { kind: "refund" }), "grant", now)).toEqual(paying);
    expect(judge(at("to_decide"), "grant", now, false)).toEqual(paying);
  });

  it("waits for its answer until the very moment, and for goods too", () => {
    const deadline = (answer_by: Date) => judge(at("open", { answer_by }), "lapse", now);
    expect(deadline(after)).toEqual({ kind: "repeat" });
    expect(deadline(now)).toEqual({ kind: "do", to: "to_decide" });
    const goods = (send_back_by: Date | null) =>
      judge(at("to_send_back", { send_back_by }), "overdue", now);
    expect(goods(after)).toEqual({ kind: "repeat" });
    expect(goods(null)).toEqual({ kind: "repeat" });
    expect(goods(now)).toEqual({ kind: "do", to: "to_decide" });
  });

  it("takes a second tap of the same person for the first", () => {
    const repeat = { kind: "repeat" };
    const accepted = { answer_deed: "accept" as const };
    for (const state of ["to_send_back", "paying", "refunded"] as const) {
      expect(judge(at(state, accepted), "accept", now)).toEqual(repeat);
    }
    expect(judge(at("to_decide", { answer_deed: "decline" }), "decline", now)).toEqual(repeat);
    expect(judge(at("refunded", { received_at: before }), "receive", now)).toEqual(repeat);
  });

  it("does not take what the operator decided for the producer's answer", () => {
    const decided = { answer_deed: "accept" as const, decision_deed: "grant" as const };
    expect(judge(at("paying", decided), "accept", now)).toEqual({ kind: "refuse" });
    expect(judge(at("withdrawn", { answer_deed: "accept" }), "accept", now).kind).toBe("refuse");
    expect(judge(at("refused", { answer_deed: "decline" }), "decline", now).kind).toBe("refuse");
  });

  it("has the letters A to Z, and then two", () => {
    expect([0, 1, 25, 26, 27, 52].map(letterOf)).toEqual(["A", "B", "Z", "AA", "AB", "BA"]);
  });
});
