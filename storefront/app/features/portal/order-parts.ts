import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";

type Line = ProducerOrder["detail_lines"][number];

/** The lines that go into the parcel. */
export function parcelLines(order: Pick<ProducerOrder, "detail_lines">): Line[] {
  return order.detail_lines.filter(({ visit }) => visit === null);
}

/** What the visits of an order come to, whole đồng. */
export function visitsSum(order: Pick<ProducerOrder, "detail_lines">): number {
  return order.detail_lines.reduce((sum, line) => sum + (line.visit ? line.total_vnd : 0), 0);
}

/** Visits of the order that guests still pay at the village, whole đồng. */
export function villageDue(
  order: Pick<ProducerOrder, "due_vnd" | "parcel_due_vnd" | "missing_vnd">,
): number {
  return Math.max(0, order.due_vnd - order.parcel_due_vnd - order.missing_vnd);
}
