import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { describe, expect, it } from "vitest";
import { parcelLines, villageDue, visitsSum } from "./order-parts";

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
};

describe("a parcel beside a visit", () => {
  it("holds no visit, and the carrier collects none", () => {
    expect(parcelLines(mixed).map(({ title }) => title)).toEqual(["Ấm tử sa"]);
    expect(visitsSum(mixed)).toBe(450_000);
  });
  it("leaves to the village what neither the door collects nor is missing of it", () => {
    expect(villageDue({ due_vnd: 780_000, parcel_due_vnd: 330_000, missing_vnd: 0 })).toBe(450_000);
    expect(villageDue({ due_vnd: 500_000, parcel_due_vnd: 0, missing_vnd: 50_000 })).toBe(450_000);
    expect(villageDue({ due_vnd: 50_000, parcel_due_vnd: 0, missing_vnd: 50_000 })).toBe(0);
    expect(villageDue({ due_vnd: 0, parcel_due_vnd: 0, missing_vnd: 0 })).toBe(0);
  });
});
