import { useSearchParams } from "react-router-dom";

/**
 * The filters and the page of a list, kept in the address so that going back finds them again. A
 * change of a filter begins at the first page.
 */
export function useListState() {
  const [params, setParams] = useSearchParams();
  const page = Number(params.get("page") ?? "1") || 1;
  return {
    page,
    query: params.toString(),
    valueOf: (name: string) => params.get(name) ?? "",
    setFilter(name: string, value: string) {
      const next = new URLSearchParams(params);
      next.delete("page");
      if (value) next.set(name, value);
      else next.delete(name);
      setParams(next, { replace: true });
    },
    setPage(to: number) {
      const next = new URLSearchParams(params);
      next.set("page", String(to));
      setParams(next);
    },
  };
}

export type ListState = ReturnType<typeof useListState>;
