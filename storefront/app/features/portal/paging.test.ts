import { expect, it } from "vitest";
import { pageNumber, pagesOf, queryOf } from "./paging";

it("a page that nobody can mean is the first one", () => {
  expect(pageNumber("2")).toBe(2);
  expect(pageNumber("1000")).toBe(1000);
  for (const text of [null, "", "0", "-1", "1001", "2.5", "x", "1e3"]) {
    expect(pageNumber(text)).toBe(1);
  }
});

it("twenty rows fill one page, one more begins the next", () => {
  expect([0, 1, 20, 21].map(pagesOf)).toEqual([0, 1, 1, 2]);
});

it("addresses carry only what says something", () => {
  expect(queryOf({ progress: null, page: 1 })).toBe("");
  expect(queryOf({ q: "trà", page: 3 })).toBe("?q=tr%C3%A0&page=3");
});
