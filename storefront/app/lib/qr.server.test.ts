import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { type Qr, qrOf } from "./qr.server";

const SCALE = 4;
const QUIET = 4;

/** Paints the drawing as a camera sees it: black runs on white, with the quiet zone around. */
function painted({ size, path }: Qr) {
  const side = (size + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, deed, first = "", second = ""] of path.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (deed === "M") [x, y] = [Number(first), Number(second)];
    else if (deed === "m") x += Number(first);
    else {
      const left = (x + QUIET) * SCALE;
      x += Number(first);
      for (let row = 0; row < SCALE; row += 1) {
        const start = ((y + QUIET) * SCALE + row) * side;
        pixels.fill(0, (start + left) * 4, (start + (x + QUIET) * SCALE) * 4);
      }
    }
  }
  // Black is opaque, too.
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return { pixels, side };
}

describe("a QR code", () => {
  it.each(["sturdy", "coarse"] as const)("that is %s is read back by a camera", (look) => {
    const text = `CL1.${"eyJraW5kIjoicGFydHki".repeat(12)}.${"aB3-_x".repeat(14)}`;
    const { pixels, side } = painted(qrOf(text, look));
    expect(jsQR(pixels, side, side)?.data).toBe(text);
  });
});
