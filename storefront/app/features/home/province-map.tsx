import { ISLANDS, PROVINCES, provinceByCode, provinceName } from "@cho-lang/shared/geography";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { SectionHead } from "~/ui/section-head";

/** Width and height of a tile with its gap, in the drawing's own units. */
const STEP_X = 24;
const STEP_Y = 22;
const GAP = 2;
const COLUMNS = Math.max(...ISLANDS.map(({ tile }) => tile[0] + 2));
const ROWS = 1 + Math.max(...[...PROVINCES, ...ISLANDS].map(({ tile }) => tile[1]));
/** Five steps of gold, from no goods to the most. */
const STEPS = 5;
/** Provinces named below the map. */
const NAMED = 3;

export type ProvinceCount = { code: string; count: number };

/** Where the goods come from: a small picture of tiles, and its largest numbers as text. */
export function ProvinceMap({ provinces }: { provinces: readonly ProvinceCount[] }) {
  const { home } = usePhrases();
  const href = useHref();
  const language = useLanguage();
  const ranked = [...provinces].sort((a, b) => b.count - a.count);
  const most = ranked.slice(0, NAMED).flatMap(({ code, count }) => {
    const province = provinceByCode(code);
    return province ? [{ name: provinceName(province, language), count }] : [];
  });
  return (
    <section className="trust-map" aria-labelledby="provinces">
      <SectionHead title={home.map(PROVINCES.length)} id="provinces">
        <a className="link tap" href={href("/products")}>
          {home.mapAll}
        </a>
      </SectionHead>
      <Tiles counts={new Map(provinces.map(({ code, count }) => [code, count]))} />
      {most.length > 0 ? <p className="small quiet">{home.mapText(most)}</p> : null}
    </section>
  );
}

function Tiles({ counts }: { counts: ReadonlyMap<string, number> }) {
  const { home } = usePhrases();
  const language = useLanguage();
  const least = Math.min(...counts.values());
  const span = Math.max(1, Math.max(...counts.values()) - least);
  const step = (code: string) => {
    const count = counts.get(code) ?? 0;
    return count === 0 ? 0 : 1 + Math.round(((count - least) / span) * (STEPS - 2));
  };
  return (
    <svg
      className="tiles"
      viewBox={`0 0 ${COLUMNS * STEP_X} ${ROWS * STEP_Y}`}
      role="img"
      aria-label={home.mapAlt}
    >
      {PROVINCES.map(({ code, tile: [column, row] }) => (
        <rect
          key={code}
          className={`tile-${step(code)}`}
          x={column * STEP_X}
          y={row * STEP_Y}
          width={STEP_X - GAP}
          height={STEP_Y - GAP}
        />
      ))}
      {ISLANDS.map(({ slug, name_vi, name_en, tile: [column, row] }) => (
        <g key={slug}>
          <rect
            className="tile-island"
            x={column * STEP_X + 1}
            y={row * STEP_Y + 1}
            width={2 * STEP_X - GAP - 2}
            height={STEP_Y - GAP - 2}
          />
          <text x={(column + 1) * STEP_X - 1} y={row * STEP_Y + 13}>
            {language === "vi" ? name_vi : name_en}
          </text>
        </g>
      ))}
    </svg>
  );
}
