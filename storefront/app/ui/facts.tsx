import type { ReactNode } from "react";

export type Fact = { term: string; fact: ReactNode };

/** Terms with their facts, one a row; what is null or empty is left out. */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts-rows">
      {facts.map(({ term, fact }) =>
        fact === null || fact === "" ? null : (
          <div className="contents" key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
