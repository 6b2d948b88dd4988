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

/**
 * What the carrier collects at the door: the order without its visits, which are paid at the
 * village. Nothing once it is paid or delivered.
 */
export function parcelDue(
  order: Pick<ProducerOrder, "detail_lines" | "due_vnd" | "total_vnd" | "has_parcel" | "progress">,
): number {
  if (!order.has_parcel || order.progress === "delivered" || order.due_vnd === 0) return 0;
  return Math.min(order.due_vnd, Math.max(0, order.total_vnd - visitsSum(order)));
}
