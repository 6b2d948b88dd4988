import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "./api";

/** Reads a path of the operator's API; while the next page loads, the one before stays. */
export function useAnswer<Answer>(path: string) {
  return useQuery({
    queryKey: ["cho-lang", path],
    queryFn: () => read<Answer>(path),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
