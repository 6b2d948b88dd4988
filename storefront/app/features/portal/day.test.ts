import { expect, it } from "vitest";
import { dayTitle, dayWords } from "./day";

it("the page of the day is called by weekday and date", () => {
  expect(dayTitle("2026-11-21", "vi")).toBe("Thứ bảy, 21.11");
  expect(dayTitle("2026-11-21", "en")).toBe("Saturday, 21 Nov");
});

it("in the middle of a sentence only English keeps its capital", () => {
  expect(dayWords("2026-11-21", "vi")).toBe("thứ bảy, 21.11");
  expect(dayWords("2026-11-21", "en")).toBe("Saturday, 21 Nov");
});
