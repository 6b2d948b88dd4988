import type { Qr } from "~/lib/qr.server";

/** Modules of quiet around a QR code, as its standard asks. */
const QUIET = 4;

/** A QR code in black on white, whatever the page's colours. */
export function QrCode({ qr, label }: { qr: Qr; label: string }) {
  const side = qr.size + 2 * QUIET;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET - 0.5} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M${-QUIET} ${-QUIET - 0.5}h${side}v${side}h${-side}z`} fill="#fff" />
      <path d={qr.path} stroke="#000" />
    </svg>
  );
}
