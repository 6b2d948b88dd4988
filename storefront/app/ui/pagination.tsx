import { usePhrases } from "~/language/phrases";
import { pageNumbers } from "./page-numbers";

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
