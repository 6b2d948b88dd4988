import { expect, it } from "vitest";
import { dayTitle } from "./day";

it("the page of the day is called by weekday and date", () => {
  expect(dayTitle("2026-11-21", "vi")).toBe("Thứ bảy, 21.11");
  expect(dayTitle("2026-11-21", "en")).toBe("Saturday, 21 Nov");
});
