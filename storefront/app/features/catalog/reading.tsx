import { usePhrases } from "~/language/phrases";
import type { CatalogData } from "./catalog.server";
import { useCatalogHref } from "./catalog-href";
import { withChange } from "./state";

/** Says plainly when something else was searched than what was typed. */
export function Reading({ state, answer }: CatalogData) {
  const words = usePhrases().catalog.reading;
  const { reading, count } = answer;
  if (!reading || reading.kind === "as_typed") return null;
  const { read_as: readAs, left_out: leftOut } = reading;
  return (
    <p className="reading">
      {reading.kind === "corrected"
        ? words.corrected({ typed: state.q, readAs, count })
        : words.fewer({ leftOut, readAs, count })}
    </p>
  );
}

/** Other spellings that find something; the chosen filters stay. */
export function DidYouMean({ kind, state, answer }: CatalogData) {
  const { didYouMean } = usePhrases().catalog.reading;
  const hrefOf = useCatalogHref(kind);
  if (answer.suggestions.length === 0) return null;
  return (
    <p className="did-you-mean" data-refines>
      {didYouMean}
      {answer.suggestions.map((q) => (
        <a key={q} className="link tap" href={hrefOf(withChange(state, { q }))} rel="nofollow">
          {q}
        </a>
      ))}
    </p>
  );
}
