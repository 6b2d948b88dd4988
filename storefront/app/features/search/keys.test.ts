import { describe, expect, it } from "vitest";
import { type BoxState, deedOf } from "./keys";

const OPEN: BoxState = { isOpen: true, active: -1, count: 3, isEmpty: false };
const CLOSED: BoxState = { isOpen: false, active: -1, count: 0, isEmpty: false };

function press(key: string, state: BoxState, altKey = false) {
  return deedOf({ key, altKey }, state);
}

describe("keys in the search box", () => {
  it("arrows go round the list and through the text itself", () => {
    const down = [-1, 0, 1, 2].map((active) => press("ArrowDown", { ...OPEN, active }));
    expect(down).toEqual([0, 1, 2, -1]);
    const up = [-1, 0, 1, 2].map((active) => press("ArrowUp", { ...OPEN, active }));
    expect(up).toEqual([2, -1, 0, 1]);
  });

  it("arrows open a closed list at its beginning or end", () => {
    expect(press("ArrowDown", CLOSED)).toBe("open-first");
    expect(press("ArrowUp", CLOSED)).toBe("open-last");
  });

  it("the alternative key opens and closes the list without choosing", () => {
    expect(press("ArrowDown", CLOSED, true)).toBe("open-first");
    expect(press("ArrowUp", CLOSED, true)).toBeNull();
    expect(press("ArrowUp", { ...OPEN, active: 1 }, true)).toBe("close");
  });

  it("Home and End move in the text until the arrows are in the list", () => {
    expect(press("Home", OPEN)).toBeNull();
    expect(press("End", OPEN)).toBeNull();
    expect(press("Home", { ...OPEN, active: 2 })).toBe(0);
    expect(press("End", { ...OPEN, active: 0 })).toBe(2);
  });

  it("Enter searches what is typed unless an option was reached", () => {
    expect(press("Enter", OPEN)).toBeNull();
    expect(press("Enter", CLOSED)).toBeNull();
    expect(press("Enter", { ...OPEN, active: 1 })).toBe("choose");
  });

  it("Escape closes the list, then clears the text, then is the page's", () => {
    expect(press("Escape", { ...OPEN, active: 1 })).toBe("close");
    expect(press("Escape", CLOSED)).toBe("clear");
    expect(press("Escape", { ...CLOSED, isEmpty: true })).toBeNull();
  });

  it("letters, Tab and the arrows to the sides stay the browser's", () => {
    for (const key of ["a", "Tab", "ArrowLeft", "ArrowRight", "Backspace"]) {
      expect(press(key, { ...OPEN, active: 1 })).toBeNull();
      expect(press(key, CLOSED)).toBeNull();
    }
  });
});
