import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { describe, expect, it } from "vitest";
import { parcelDue, parcelLines, visitsSum } from "./order-parts";

type Line = ProducerOrder["detail_lines"][number];

function aLine(part: Partial<Line>): Line {
  return {
    id: "l1",
    title: "Ấm tử sa",
    unit: "cái",
    quantity: 1,
    price_vnd: 300_000,
    total_vnd: 300_000,
    picture: null,
    visit: null,
    ...part,
  };
}
const visit = {
  uuid: "b1",
  status: "CONFIRMED" as const,
  date: "2026-11-29",
  time: "08:30",
  pax: 3,
};
const mixed = {
  detail_lines: [aLine({}), aLine({ id: "l2", title: "Làm gốm", total_vnd: 450_000, visit })],
  has_parcel: true,
  progress: "to_pack" as const,
  total_vnd: 780_000,
  due_vnd: 780_000,
};

describe("a parcel beside a visit", () => {
  it("holds no visit, and the carrier collects none", () => {
    expect(parcelLines(mixed).map(({ title }) => title)).toEqual(["Ấm tử sa"]);
    expect(visitsSum(mixed)).toBe(450_000);
    expect(parcelDue(mixed)).toBe(330_000);
  });
  it("collects nothing when it is paid, and never more than is due", () => {
    expect(parcelDue({ ...mixed, due_vnd: 0 })).toBe(0);
    expect(parcelDue({ ...mixed, due_vnd: 100_000 })).toBe(100_000);
    expect(parcelDue({ ...mixed, progress: "delivered", due_vnd: 450_000 })).toBe(0);
  });
  it("of visits alone nothing is collected at a door", () => {
    expect(parcelDue({ ...mixed, has_parcel: false })).toBe(0);
  });
});
