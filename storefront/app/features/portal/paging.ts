/** Rows on a page of the producers' API. */
const PAGE_SIZE = 20;
const PAGE_MAX = 1000;

/** The asked page, 1 to 1000; 1 for anything else. */
export function pageNumber(text: string | null): number {
  const page = /^\d{1,4}$/.test(text ?? "") ? Number(text) : 1;
  return page >= 1 && page <= PAGE_MAX ? page : 1;
}

/** How many pages that many rows fill. */
export function pagesOf(count: number): number {
  return Math.min(PAGE_MAX, Math.ceil(count / PAGE_SIZE));
}

/** A query with only what says something: empty values and the first page are left out. */
export function queryOf(facts: Record<string, string | number | null>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(facts)) {
    const isDefault = value === null || value === "" || (name === "page" && value === 1);
    if (!isDefault) params.set(name, String(value));
  }
  const text = params.toString();
  return text && `?${text}`;
}
