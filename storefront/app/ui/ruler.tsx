import { formatDate } from "@cho-lang/shared/calendar";
import { useLanguage, usePhrases } from "~/language/phrases";
import { SEAL_MONTHS } from "./seal";

export type RulerProps = {
  /** Local dates. */
  decidedOn: string;
  expiresOn: string;
  /** 0 to 36; the running month counts as left, 0 when expired or revoked. */
  monthsLeft: number;
};

const STEP = 10;
const WIDTH = SEAL_MONTHS * STEP;

/** The 36 months of a certificate as a ruler: spent ones grey, those left red, today marked. */
export function Ruler({ decidedOn, expiresOn, monthsLeft }: RulerProps) {
  const { common } = usePhrases();
  const language = useLanguage();
  const spent = SEAL_MONTHS - monthsLeft;
  const at = spent * STEP;
  const anchor = at < 50 ? "start" : at > WIDTH - 50 ? "end" : "middle";
  return (
    <svg
      className="ruler"
      viewBox={`-2 -2 ${WIDTH + 4} 50`}
      role="img"
      aria-label={common.rulerSpoken({
        from: formatDate(decidedOn, language),
        to: formatDate(expiresOn, language),
        monthsLeft,
      })}
    >
      <path d={ticks(0, spent)} stroke="var(--ke2)" strokeWidth="1.4" />
      <path
        d={ticks(spent, SEAL_MONTHS + 1)}
        stroke={monthsLeft ? "var(--son)" : "var(--ke2)"}
        strokeWidth="2"
      />
      <path d={`M0 24H${WIDTH}`} stroke="var(--muc)" strokeWidth="1.4" />
      <g fontSize="12.5" fill="var(--muc2)">
        <text x="0" y="41" visibility={monthsLeft && at < 110 ? "hidden" : "visible"}>
          {formatDate(decidedOn, language)}
        </text>
        <text
          x={WIDTH}
          y="41"
          textAnchor="end"
          visibility={monthsLeft && at > WIDTH - 110 ? "hidden" : "visible"}
        >
          {formatDate(expiresOn, language)}
        </text>
        {monthsLeft > 0 ? (
          <>
            <path d={`M${at} 22l4 6h-8z`} fill="var(--muc)" />
            <text x={at} y="41" textAnchor={anchor} fontWeight="600" fill="var(--muc)">
              {common.today}
            </text>
          </>
        ) : (
          <text x={WIDTH / 2} y="41" textAnchor="middle">
            {common.months(SEAL_MONTHS)}
          </text>
        )}
      </g>
    </svg>
  );
}

/** Ticks from one month to before another; the year's tick is long. */
function ticks(from: number, to: number): string {
  let path = "";
  for (let month = from; month < to; month++) {
    path += `M${month * STEP} 24V${month % 12 === 0 ? 6 : 13}`;
  }
  return path;
}
