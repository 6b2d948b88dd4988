import { describe, expect, it } from "vitest";
import { requests as en } from "../../language/portal-requests.en";
import { requests as vi } from "../../language/portal-requests.vi";
import { untilWords } from "./until";

// Sunday, 22 November 2026, 20:00 in Vietnam.
const now = "2026-11-22T13:00:00.000Z";
const inVietnamese = (instant: string) => untilWords(instant, { now, language: "vi", words: vi });
const inEnglish = (instant: string) => untilWords(instant, { now, language: "en", words: en });

describe("a deadline in plain words", () => {
  it("names today and tomorrow as they are in Vietnam", () => {
    expect(inVietnamese("2026-11-22T16:59:00.000Z")).toBe("23:59 hôm nay");
    expect(inVietnamese("2026-11-22T17:00:00.000Z")).toBe("00:00 ngày mai");
    expect(inEnglish("2026-11-23T08:00:00.000Z")).toBe("15:00 tomorrow");
  });
  it("names the weekday for six days, then the date as well", () => {
    expect(inVietnamese("2026-11-24T08:00:00.000Z")).toBe("15:00 thứ ba");
    expect(inVietnamese("2026-11-28T08:00:00.000Z")).toBe("15:00 thứ bảy");
    expect(inVietnamese("2026-11-29T08:00:00.000Z")).toBe("15:00 chủ nhật, 29.11.2026");
    expect(inEnglish("2026-11-24T08:00:00.000Z")).toBe("15:00 on Tuesday");
  });
  it("names the date of a day that is over", () => {
    expect(inVietnamese("2026-11-21T08:00:00.000Z")).toBe("15:00 thứ bảy, 21.11.2026");
  });
});
