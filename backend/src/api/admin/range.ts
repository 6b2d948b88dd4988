import { operatorPageSize } from "@cho-lang/shared/contracts/operator";

/** The rows of a page of the operator's lists; pages count from 1. */
export function rangeOf(page: number): { limit: number; offset: number } {
  return { limit: operatorPageSize, offset: (page - 1) * operatorPageSize };
}
