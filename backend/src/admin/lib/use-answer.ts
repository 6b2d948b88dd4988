import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "./api";

/**
 * Reads a path of the operator's API; while the next page loads, the one before stays. With
 * `pause` it is read again after so many milliseconds, while the tab is looked at.
 */
export function useAnswer<Answer>(path: string, pause?: (answer: Answer | undefined) => number) {
  return useQuery({
    queryKey: ["cho-lang", path],
    queryFn: () => read<Answer>(path),
    placeholderData: keepPreviousData,
    retry: false,
    refetchInterval: pause ? ({ state }) => pause(state.data) : false,
  });
}
