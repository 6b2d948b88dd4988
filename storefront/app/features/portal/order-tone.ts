import type { OrderProgress } from "@cho-lang/shared/domain/purchase";

/** `waiting` for the producer's hands, `attention` for what went wrong, `calm` for the rest. */
export type Tone = "waiting" | "attention" | "done" | "calm";

const TONES: Readonly<Record<OrderProgress, Tone>> = {
  to_confirm: "waiting",
  to_pack: "waiting",
  to_ship: "waiting",
  shipped: "calm",
  delivered: "done",
  refused: "attention",
  returned: "calm",
  booked: "calm",
  visited: "done",
  cancelled: "calm",
};

/** The colour in which an order's state stands; its words always say the same. */
export function toneOf(progress: OrderProgress): Tone {
  return TONES[progress];
}

/** States in which nothing more is collected, whatever was paid before. */
const OVER: readonly OrderProgress[] = ["refused", "returned", "cancelled"];

/** Whether an order came to nothing, so that neither "collect" nor "paid" is said of it. */
export function isOver(progress: OrderProgress): boolean {
  return OVER.includes(progress);
}
