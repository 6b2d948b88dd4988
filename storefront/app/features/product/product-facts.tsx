import { type LocalDate, monthOf } from "@cho-lang/shared/calendar";
import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import {
  groupLabel,
  handlingLabel,
  isHandlingFlag,
  isMark,
  isSubgroup,
  markLabel,
  subgroupLabel,
} from "@cho-lang/shared/domain/product";
import { isInSeason } from "@cho-lang/shared/domain/season";
import { useLanguage, usePhrases } from "~/language/phrases";
import { FactRows } from "~/ui/facts";
import { seasonRanges } from "./season";

/** What a label would say: unit, weight, season, origin, what to mind. */
export function ProductFacts({ detail, today }: { detail: CatalogDetail; today: LocalDate }) {
  const { product } = usePhrases();
  const language = useLanguage();
  const { subgroup, group, weight_grams } = detail;
  const units = detail.variants.map(({ unit }) => unit).join(", ");
  const group_words = isSubgroup(subgroup)
    ? `${groupLabel(group, language)} · ${subgroupLabel(subgroup, language)}`
    : groupLabel(group, language);
  return (
    <FactRows
      facts={[
        { term: product.unit, fact: units },
        { term: product.weight, fact: weight_grams ? product.weightOf(weight_grams) : null },
        { term: product.season, fact: <Season months={detail.season_months} today={today} /> },
        { term: product.origin, fact: detail.province.name },
        { term: product.group, fact: group_words },
        {
          term: product.marks,
          fact: detail.marks
            .filter(isMark)
            .map((mark) => markLabel(mark, language))
            .join(", "),
        },
        {
          term: product.handling,
          fact: detail.handling
            .filter(isHandlingFlag)
            .map((flag) => handlingLabel(flag, language))
            .join(". "),
        },
      ]}
    />
  );
}

function Season({ months, today }: { months: number[] | null; today: LocalDate }) {
  const { product } = usePhrases();
  if (months === null || months.length === 0) return product.allYear;
  const words = product.months(seasonRanges(months));
  if (!isInSeason(months, monthOf(today))) return words;
  return (
    <>
      {words} · <strong className="font-semibold text-lua-chu">{product.inSeason}</strong>
    </>
  );
}
