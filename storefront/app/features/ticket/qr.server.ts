import { encode } from "uqr";

/** A QR code as a drawing: `size` modules a side, `path` a stroke of width 1 over its dark runs. */
export type Qr = { size: number; path: string };

/**
 * The QR code of a text, without its quiet zone. Medium error correction: a creased print or a
 * scratched screen is read, and the modules stay large enough for a cheap camera.
 */
export function qrOf(text: string): Qr {
  const { size, data } = encode(text, { ecc: "M", boostEcc: false, border: 0 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}`);
    }
  });
  return { size, path: runs.join("") };
}
