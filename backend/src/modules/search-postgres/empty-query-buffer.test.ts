import { describe, expect, it } from "vitest";
import { emptyQueryBuffer, kept, MOST_HELD } from "./empty-query-buffer";

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 6, 0, second));

describe("what is kept of a text that found nothing", () => {
  it("spellings of the same words are one text", () => {
    const spellings = [
      "Cà phê chồn",
      "ca phe chon",
      "  CÀ   PHÊ\nCHỒN ",
      "Cà phê chồn".normalize("NFD"),
    ];
    expect(new Set(spellings.map((text) => kept(text)?.folded))).toEqual(new Set(["ca phe chon"]));
    expect(kept("  Cà   phê\nchồn ")?.text).toBe("Cà phê chồn");
  });

  it("nothing that may tell who somebody is", () => {
    const telling = [
      "0912 345 678",
      "gọi 0912.345.678",
      "079 203 004 005",
      "lan@example.com",
      "stk 12-34-56-78",
    ];
    for (const text of telling) expect(kept(text)).toBeNull();
    for (const text of ["5 sao 500 g", "mật ong 2026", "trà @ Sơn La", "1234567"]) {
      expect(kept(text)).not.toBeNull();
    }
  });

  it("nothing without words, nothing pasted", () => {
    for (const text of ["", " ", "!?", "a\0b", "x".repeat(101)]) expect(kept(text)).toBeNull();
    expect(kept("x".repeat(100))).not.toBeNull();
  });
});

describe("the buffer of empty queries", () => {
  it("counts a text and remembers how it was typed last", () => {
    const buffer = emptyQueryBuffer();
    buffer.note("ruou sim", at(1));
    buffer.note("Rượu sim", at(2));
    expect(buffer.take()).toEqual([
      { folded: "ruou sim", text: "Rượu sim", times: 2, last_at: at(2) },
    ]);
    expect(buffer.take()).toEqual([]);
  });

  it("what could not be written is counted together with what came meanwhile", () => {
    const buffer = emptyQueryBuffer();
    buffer.note("ruou sim", at(1));
    const taken = buffer.take();
    buffer.note("Rượu sim", at(2));
    buffer.putBack(taken);
    expect(buffer.take()).toEqual([
      { folded: "ruou sim", text: "Rượu sim", times: 2, last_at: at(2) },
    ]);
  });

  it("never holds more than it may, and goes on counting what it holds", () => {
    const buffer = emptyQueryBuffer();
    for (let index = 0; index <= MOST_HELD; index += 1) buffer.note(`chu ${index}`, at(1));
    buffer.note("chu 0", at(2));
    expect(buffer.size).toBe(MOST_HELD);
    const taken = buffer.take();
    expect(taken.find(({ folded }) => folded === "chu 0")?.times).toBe(2);
    expect(taken.some(({ folded }) => folded === `chu ${MOST_HELD}`)).toBe(false);
  });
});
