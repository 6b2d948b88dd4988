import { Writable } from "node:stream";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { HtmlBytes } from "./html-bytes.server";

/** A page of fields whose labels stand at every offset of React's buffer. */
function render(padding: number): Promise<{ raw: Buffer; page: Buffer }> {
  const fields = Array.from({ length: 200 }, (_, key) =>
    createElement("input", { key, "aria-label": "Số người lớn", defaultValue: "ượế" }),
  );
  const element = createElement("form", { title: "x".repeat(padding) }, fields);
  const raw: Buffer[] = [];
  const bytes = new HtmlBytes();
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(element, {
      onAllReady() {
        pipe(
          new Writable({
            write(chunk: Buffer, _encoding, done) {
              raw.push(chunk);
              bytes.add(chunk);
              done();
            },
            final(done) {
              resolve({ raw: Buffer.concat(raw), page: bytes.whole() });
              done();
            },
          }),
        );
      },
      onError: reject,
    });
  });
}

test("no letter of a page is torn where React's buffer ends", async () => {
  const pages = await Promise.all(Array.from({ length: 60 }, (_, padding) => render(padding)));
  expect(pages.some(({ raw }) => raw.includes(0))).toBe(true);
  for (const { page } of pages) {
    expect(page.includes(0)).toBe(false);
    expect(page.toString().match(/aria-label="Số người lớn"/g)).toHaveLength(200);
  }
});
