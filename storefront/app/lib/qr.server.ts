import { encode } from "uqr";

/** A QR code as a drawing: `size` modules a side, `path` a stroke of width 1 over its dark runs. */
export type Qr = { size: number; path: string };

/**
 * The QR code of a text, without its quiet zone. A sturdy one stands medium damage, so that a
 * creased print is read; a coarse one has fewer modules, for a small drawing on a phone.
 */
export function qrOf(text: string, look: "sturdy" | "coarse"): Qr {
  const ecc = look === "sturdy" ? "M" : "L";
  const { size, data } = encode(text, { ecc, boostEcc: false, border: 0 });
  return { size, path: data.map((row, y) => rowPath(row, y)).join("") };
}

/** The dark runs of one row; relative moves weigh half of absolute ones. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  let at = 0;
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    path += path === "" ? `M${x} ${y}` : `m${x - at} 0`;
    at = x;
    while (row[at]) at += 1;
    path += `h${at - x}`;
    x = at;
  }
  return path;
}
