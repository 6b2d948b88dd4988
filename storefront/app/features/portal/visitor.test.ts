import type { HostDeparture, VisitorRow } from "@cho-lang/shared/contracts/visit";
import { describe, expect, it } from "vitest";
import {
  heldSeats,
  lastArrivals,
  namedTicket,
  partyWords,
  people,
  takenSeats,
  ticketPayload,
  visitorDeeds,
  visitorState,
} from "./visitor";

type Ticket = VisitorRow["tickets"][number];

function aTicket(part: Partial<Ticket> = {}): Ticket {
  return { id: "t1", kind: "ADULT", code: "AAAA2222", redeemed_at: null, ...part };
}

function aVisitor(part: Partial<VisitorRow> = {}): VisitorRow {
  return {
    uuid: "b1",
    code: "K7FQ3QMZ",
    status: "CONFIRMED",
    full_name: "Chị Mai",
    phone: "+84912345678",
    lang: "vi",
    party: [
      { kind: "ADULT", count: 2 },
      { kind: "CHILD", count: 1 },
    ],
    pax: 3,
    amount_vnd: 450_000,
    due_vnd: 450_000,
    collected_vnd: 0,
    tickets: [aTicket(), aTicket({ id: "t2", code: "BBBB2222" })],
    is_no_show: false,
    note: "",
    order: null,
    ...part,
  };
}

const AT = "2026-11-29T01:31:00.000Z";
const come = (id: string, at = AT) => aTicket({ id, redeemed_at: at });

describe("where a booking stands", () => {
  it("half a party has come when some of its tickets have", () => {
    expect(visitorState(aVisitor()).kind).toBe("expected");
    const half = visitorState(aVisitor({ tickets: [come("t1"), aTicket({ id: "t2" })] }));
    expect(half).toEqual({ kind: "partly", arrived: 1, of: 2, last_at: AT });
    expect(visitorState(aVisitor({ tickets: [come("t1")], status: "REDEEMED" })).kind).toBe(
      "arrived",
    );
  });
  it("a cancelled booking and a hold are no guests", () => {
    expect(visitorState(aVisitor({ status: "CANCELLED" })).kind).toBe("cancelled");
    expect(visitorState(aVisitor({ status: "EXPIRED_REFUND" })).kind).toBe("cancelled");
    expect(visitorState(aVisitor({ status: "ON_HOLD" })).kind).toBe("held");
    expect(visitorState(aVisitor({ is_no_show: true })).kind).toBe("no_show");
  });
});

describe("what can be recorded", () => {
  const day = {
    today: "2026-11-29",
    departure: { date: "2026-11-29", state: "open" as const },
    actions: ["check_in"],
  };
  it("before the start guests arrive and pay, but nobody has failed to come", () => {
    expect(visitorDeeds(aVisitor(), day)).toEqual(["check-in", "collect"]);
    const started = { ...day, departure: { ...day.departure, state: "past" as const } };
    expect(visitorDeeds(aVisitor(), started)).toEqual(["check-in", "no-show", "collect"]);
  });
  it("whoever has come can be undone, and does not fail to come", () => {
    const started = { ...day, departure: { ...day.departure, state: "past" as const } };
    const partly = aVisitor({ tickets: [come("t1"), aTicket({ id: "t2" })], due_vnd: 0 });
    expect(visitorDeeds(partly, started)).toEqual(["check-in", "undo-check-in"]);
    expect(visitorDeeds(aVisitor({ tickets: [come("t1")], due_vnd: 0 }), started)).toEqual([
      "undo-check-in",
    ]);
  });
  it("nothing is recorded before the day, by an accountant, or for a cancelled booking", () => {
    const tomorrow = { ...day, today: "2026-11-28" };
    expect(visitorDeeds(aVisitor(), tomorrow)).toEqual([]);
    expect(visitorDeeds(aVisitor(), { ...day, actions: ["read_visits"] })).toEqual([]);
    expect(visitorDeeds(aVisitor({ status: "CANCELLED" }), day)).toEqual([]);
  });
  it("guests who were let in a day early pay, and can be undone", () => {
    const tomorrow = { ...day, today: "2026-11-28" };
    const early = aVisitor({ tickets: [come("t1"), aTicket({ id: "t2" })] });
    expect(visitorDeeds(early, tomorrow)).toEqual(["check-in", "undo-check-in", "collect"]);
    const paid = aVisitor({ due_vnd: 0, collected_vnd: 450_000 });
    expect(visitorDeeds(paid, tomorrow)).toContain("undo-collect");
  });
  it("a no-show can only be taken back, and taken money too", () => {
    expect(visitorDeeds(aVisitor({ is_no_show: true }), day)).toEqual(["undo-no-show"]);
    const paid = aVisitor({ tickets: [come("t1")], due_vnd: 0, collected_vnd: 450_000 });
    expect(visitorDeeds(paid, day)).toEqual(["undo-check-in", "undo-collect"]);
  });
});

describe("a party in words", () => {
  it("counts each kind in both languages", () => {
    const { party } = aVisitor();
    expect(partyWords(party, "vi")).toBe("2 người lớn, 1 trẻ em");
    expect(partyWords([...party, { kind: "INFANT", count: 0 }], "en")).toBe("2 adults, 1 child");
  });
  it("numbers people of one kind", () => {
    const tickets = [aTicket(), aTicket({ kind: "CHILD" }), aTicket()];
    expect(people(tickets, "vi").map(({ word, index }) => `${word} ${index}`)).toEqual([
      "Người lớn 1",
      "Trẻ em 1",
      "Người lớn 2",
    ]);
  });
});

describe("seats", () => {
  const departure: HostDeparture = {
    id: "dep_1",
    tour: { id: "p", handle: "p", title: "Gốm" },
    option: "",
    date: "2026-11-29",
    time: "08:30",
    starts_at: AT,
    state: "open",
    close_reason: null,
    close_note: "",
    capacity: 15,
    held: 5,
    confirmed: 8,
    seats_left: 4,
    arrived: 0,
  };
  it("an expired hold takes none", () => {
    expect(heldSeats(departure)).toBe(3);
    expect(takenSeats(departure)).toBe(11);
  });
  it("a closed departure without free seats has no more holds than it has", () => {
    expect(heldSeats({ ...departure, held: 0, seats_left: 0 })).toBe(0);
  });
});

describe("tickets", () => {
  it("undoing takes back the last press alone", () => {
    const tickets = [
      come("early", "2026-11-29T01:00:00.000Z"),
      come("a", "2026-11-29T01:31:00.010Z"),
      come("b", "2026-11-29T01:31:00.400Z"),
      aTicket({ id: "absent" }),
    ];
    expect(lastArrivals(tickets)).toEqual(["a", "b"]);
    expect(lastArrivals([aTicket()])).toEqual([]);
  });
  it("a person's code names that person, the party's names nobody alone", () => {
    const { tickets } = aVisitor();
    expect(namedTicket("bbbb-2222", tickets)).toBe("t2");
    expect(namedTicket("K7FQ-3QMZ", tickets)).toBeNull();
    const payload = btoa(JSON.stringify({ kind: "person", id: "t1", date: "2026-11-29" }));
    expect(namedTicket(`CL1.${payload}.x`, tickets)).toBe("t1");
  });
  it("what is no ticket claims nothing", () => {
    for (const text of ["CL1.???.x", "CL1..", "https://example.com/CL1", "CL1.bnVsbA.x", ""]) {
      expect(ticketPayload(text)).toBeNull();
    }
  });
});
