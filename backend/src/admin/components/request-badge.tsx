import { REQUEST_STATE_LABELS, type RequestState } from "@cho-lang/shared/domain/refund-request";
import { StatusBadge } from "@medusajs/ui";
import { useSay } from "../lib/language";

const COLORS = {
  open: "blue",
  to_decide: "orange",
  to_send_back: "purple",
  paying: "orange",
  refunded: "green",
  refused: "red",
  withdrawn: "grey",
} as const satisfies Record<RequestState, string>;

/** How far a buyer's request has come. */
export function RequestBadge({ state }: { state: RequestState }) {
  const say = useSay();
  return (
    <StatusBadge className="whitespace-nowrap" color={COLORS[state]}>
      {say(REQUEST_STATE_LABELS[state])}
    </StatusBadge>
  );
}
