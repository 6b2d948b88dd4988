import { describe, expect, it } from "vitest";
import type { HostDepartureFacts, VisitorFacts } from "../../reports/host-visits";
import { departureView, visitorView } from "./visit-view";

const visitor: VisitorFacts = {
  uuid: "0b2f5a86-2f0f-4a3e-9d4f-6f1f4a9f6a10",
  departure_id: "dep_1",
  local_date: "2026-11-01",
  code: "K7FQ3QMZ",
  status: "REDEEMED",
  full_name: "Nguyễn Thị Khách",
  phone: "+84912345678",
  lang: "vi",
  party: [{ kind: "ADULT", count: 2 }],
  pax: 2,
  amount_vnd: 500_000,
  due_vnd: 0,
  collected_vnd: 500_000,
  note: "Ăn chay",
  no_show_at: null,
  order_id: null,
  order_number: null,
  tickets: [
    { id: "1", kind: "ADULT", code: "AAAA2222", redeemed_at: "2026-11-01T01:35:00.5+00:00" },
    { id: "2", kind: "ADULT", code: "BBBB2222", redeemed_at: null },
  ],
};
const departure: HostDepartureFacts = {
  id: "dep_1",
  product_id: "prod_1",
  handle: "mot-buoi-lam-gom",
  title_vi: "Một buổi làm gốm",
  title_en: "A morning of pottery",
  option_vi: "Theo nhóm",
  option_en: "In a group",
  local_date: "2026-11-01",
  starts_at: new Date("2026-10-31T23:00:00Z"),
  ends_at: new Date("2026-11-01T02:00:00Z"),
  cutoff_at: new Date("2026-10-31T11:00:00Z"),
  status: "open",
  close_reason: null,
  close_note: "",
  capacity: 12,
  held: 2,
  confirmed: 4,
  seats_left: 6,
  arrived: 1,
};

describe("What a host reads", () => {
  it("knows who came until 30 days after the visit, and only that somebody came from then on", () => {
    expect(visitorView(visitor, "2026-11-30")).toMatchObject({
      full_name: "Nguyễn Thị Khách",
      phone: "+84912345678",
      note: "Ăn chay",
    });
    expect(visitorView(visitor, "2026-12-01")).toMatchObject({
      full_name: "",
      phone: null,
      note: "",
      code: "K7FQ3QMZ",
      pax: 2,
    });
  });

  it("says when each person came as an instant", () => {
    expect(visitorView(visitor, "2026-11-01").tickets.map((one) => one.redeemed_at)).toEqual([
      "2026-11-01T01:35:00.500Z",
      null,
    ]);
  });

  it("keeps a visit at six in the morning on its own day", () => {
    const shown = departureView(departure, "en", new Date("2026-10-31T10:00:00Z"));
    expect(shown).toMatchObject({
      date: "2026-11-01",
      time: "06:00",
      starts_at: "2026-10-31T23:00:00.000Z",
      state: "open",
      option: "In a group",
      tour: { title: "A morning of pottery" },
    });
  });
});
