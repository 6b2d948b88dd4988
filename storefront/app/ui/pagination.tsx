import { usePhrases } from "~/language/phrases";

export type PaginationProps = {
  page: number;
  /** How many pages there are. */
  pages: number;
  hrefOf: (page: number) => string;
};

/** Links to the first, last and neighbouring pages; nothing when there is one page only. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const { common } = usePhrases();
  if (pages <= 1) return null;
  return (
    <nav aria-label={common.pages} className="pages">
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          {common.previous}
        </a>
      ) : null}
      {pageNumbers(page, pages).map((number, index) =>
        number === null ? (
          <span key={`gap-${index < 3 ? "before" : "after"}`} aria-hidden="true">
            …
          </span>
        ) : number === page ? (
          <span key={number} aria-current="page">
            {number}
          </span>
        ) : (
          <a key={number} href={hrefOf(number)} aria-label={common.pageNumber(number)}>
            {number}
          </a>
        ),
      )}
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next">
          {common.next}
        </a>
      ) : null}
    </nav>
  );
}

/** The numbers to show, `null` for a gap: first, last, and one on either side of this page. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}
