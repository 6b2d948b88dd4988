import { usePhrases } from "~/language/phrases";
import { spriteHref } from "./icon";

/** Months that a certificate runs, and notches on the seal's rim. */
export const SEAL_MONTHS = 36;

export type SealProps = {
  stars: number;
  state: "in_force" | "expiring" | "expired" | "revoked";
  /** 0 to 36; the running month counts as left. */
  monthsLeft: number;
  /** Sets the width; 104 px unless said. */
  className?: string;
};

/**
 * The seal of one certificate: a notch on its rim for each month, the spent ones worn short.
 * Hollow, grey and struck through when nothing is in force. All of it is computed from dates.
 */
export function Seal({ stars, state, monthsLeft, className }: SealProps) {
  const { common } = usePhrases();
  const isDead = state === "expired" || state === "revoked";
  const left = isDead ? 0 : Math.max(0, Math.min(SEAL_MONTHS, monthsLeft));
  const word = isDead
    ? state === "revoked"
      ? common.sealRevoked
      : common.sealExpired
    : common.sealStars;
  const classes = ["seal", isDead ? "seal-spent" : "", className ?? ""].filter(Boolean).join(" ");
  const ink = isDead ? "currentColor" : undefined;
  return (
    <svg
      className={classes}
      viewBox="-60 -60 120 120"
      width="104"
      height="104"
      role="img"
      aria-label={common.sealSpoken({ stars, state, monthsLeft: left })}
    >
      <use
        href={spriteHref("disc")}
        x="-60"
        y="-60"
        width="120"
        height="120"
        fill={isDead ? "none" : "currentColor"}
        stroke={ink ?? "none"}
        strokeWidth="2.4"
      />
      <g className={isDead ? "" : "on"} {...(ink ? { fill: ink, stroke: ink } : {})}>
        <path d={notches(0, left, 43, 51)} strokeWidth="2.4" strokeLinecap="round" />
        <path d={notches(left, SEAL_MONTHS, 48, 51)} strokeWidth="2.4" strokeLinecap="round" />
        <g stroke="none">
          {arcOf(stars).map(({ x, y, turn }) => (
            <use
              key={x}
              href={spriteHref("grain-star")}
              x="-7"
              y="-7"
              width="14"
              height="14"
              transform={`translate(${x} ${y}) rotate(${turn})`}
            />
          ))}
          <text y="17" fontSize="42">
            {stars}
          </text>
          <text y="34" fontSize={isDead ? 11.5 : 13} letterSpacing="1">
            {word}
          </text>
        </g>
        {isDead ? <path d="M-55 13 55-20" strokeWidth="2.4" /> : null}
      </g>
    </svg>
  );
}

const drawn = new Map<string, string>();

/** Notches from one month to another, clockwise from the top, as one path; each drawn once. */
function notches(from: number, to: number, inner: number, outer: number): string {
  const key = `${from} ${to} ${inner}`;
  let path = drawn.get(key);
  if (path !== undefined) return path;
  path = "";
  for (let month = from; month < to; month++) {
    const angle = ((month + 0.5) / SEAL_MONTHS) * 2 * Math.PI;
    const [x, y] = [Math.sin(angle), -Math.cos(angle)];
    path += `M${round(x * inner)} ${round(y * inner)}L${round(x * outer)} ${round(y * outer)}`;
  }
  drawn.set(key, path);
  return path;
}

/** Where the stars stand: on an arc above the numeral, centred. */
function arcOf(stars: number): { x: number; y: number; turn: number }[] {
  return Array.from({ length: stars }, (_, place) => {
    const turn = (place - (stars - 1) / 2) * 26;
    const angle = (turn / 180) * Math.PI;
    return { x: round(32 * Math.sin(angle)), y: round(-32 * Math.cos(angle)), turn };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
