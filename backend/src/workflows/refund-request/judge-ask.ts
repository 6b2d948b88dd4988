import type { AskRefundBody } from "@cho-lang/shared/contracts/refund-request";
import { kindsFor, PHOTO_REASONS } from "@cho-lang/shared/domain/refund-request";
import { refuse } from "../../lib/errors";
import { askedAmount, netWorth, reasonFits, refundedOf } from "../../modules/refund-request";
import type { RequestDraft } from "../../modules/refund-request/service";
import type { LoadedChoice } from "./load-choice";

type Worth = Pick<RequestDraft, "lines" | "amount_vnd" | "shipping_vnd">;

/**
 * What a buyer's form asks for, in money and lines. Refuses what does not fit the order as it
 * stands, naming the field: `request_open`, `request_too_late`, `reason_unfit`, `kind_unfit`,
 * `lines_missing`, `line_too_much`, `photos_missing`, `payee_missing`.
 */
export function judgeAsk(loaded: LoadedChoice, body: AskRefundBody): Worth {
  const { choice } = loaded;
  const { reason, kind } = body;
  refuseClosed(loaded);
  if (!choice.reasons.includes(reason)) {
    refuseField("reason", "reason_unfit", "This reason does not fit how far the order has come");
  }
  const worth = choice.is_whole ? wholeOf(loaded, body) : partOf(loaded, body);
  const hasVisits = worth.lines.some(({ is_visit }) => is_visit);
  const kinds = choice.is_whole ? ["refund"] : kindsFor(loaded.facts.progress, reason);
  if (!kinds.includes(kind) || (kind === "return" && hasVisits)) {
    const cure =
      kinds.includes("return") && !hasVisits ? "send the goods back" : "ask for the money";
    refuseField("kind", "kind_unfit", `With this reason and these lines, ${cure}`);
  }
  if (PHOTO_REASONS.includes(reason) && body.photos.length === 0) {
    refuseField("photos", "photos_missing", "Add a photo that shows what is wrong");
  }
  if (loaded.needs_payee && worth.amount_vnd > 0 && !body.payee) {
    refuseField("payee", "payee_missing", "Say to which account the money is to go");
  }
  return worth;
}

function refuseClosed({ choice, order }: LoadedChoice): void {
  if (choice.closed === null) return;
  if (choice.closed === "request_open") {
    refuseField("reason", "request_open", "Another request for this order is not ended yet");
  }
  if (choice.closed === "too_late") {
    refuseField("reason", "request_too_late", "The days in which one may ask are over");
  }
  refuseField("reason", "reason_unfit", `Nothing of order ${order.number} can be asked back now`);
}

/** The whole order is called off: all that was paid, or for one's own reasons what the rules give. */
function wholeOf({ choice, facts }: LoadedChoice, { reason }: AskRefundBody): Worth {
  const net = netWorth(facts);
  const byRules = reason === "cannot_come" ? choice.by_rules_vnd : null;
  return {
    lines: facts.lines.map(({ id, quantity, is_visit }, index) => ({
      line_item_id: id,
      quantity,
      is_visit,
      total_vnd: net.lines[index] ?? 0,
    })),
    amount_vnd: byRules ?? facts.collected_vnd,
    shipping_vnd: 0,
  };
}

function partOf({ choice, facts, asked: before }: LoadedChoice, body: AskRefundBody): Worth {
  const { reason } = body;
  if (body.lines.length === 0) {
    refuseField("lines", "lines_missing", "Say what of the order it is about");
  }
  const ids = new Set(body.lines.map(({ id }) => id));
  for (const { id, quantity } of body.lines) {
    const line = choice.lines.find((one) => one.id === id);
    if (!line || line.quantity < quantity || ids.size !== body.lines.length) {
      const most = line ? `At most ${line.quantity} of it can be asked about` : "It is not here";
      refuseField("lines", "line_too_much", `${most}: choose among the lines that are shown`);
    }
    if (!reasonFits(reason, line.is_visit)) {
      refuseField("reason", "reason_unfit", "This reason does not fit what was chosen");
    }
  }
  const { collected_vnd } = facts;
  const asked = askedAmount({
    order: facts,
    earlier: refundedOf(before),
    chosen: body.lines,
    reason,
    collected_vnd,
  });
  return {
    ...asked,
    lines: asked.lines.map(({ id, quantity, total_vnd, is_visit }) => ({
      line_item_id: id,
      quantity,
      total_vnd,
      is_visit,
    })),
  };
}

function refuseField(field: string, code: string, message: string): never {
  refuse(code, message, { fields: [{ field, code, message }] });
}
