import {
  type AskRefundBody,
  payee as payeeShape,
  type RefundChoice,
} from "@cho-lang/shared/contracts/refund-request";
import {
  PHOTO_REASONS,
  REQUEST_TEXT_MAX,
  REQUEST_TEXT_MIN,
  type RequestReason,
} from "@cho-lang/shared/domain/refund-request";
import { askedSum, fitsLine, waysFor } from "./asking";
import type { RequestFaults, RequestValues } from "./request-values";

export type RequestCheck = { ok: true; body: AskRefundBody } | { ok: false; faults: RequestFaults };

/** Checks a filled form against what can be asked for; gives a stable code for each wrong part. */
export function checkRequest(values: RequestValues, choice: RefundChoice): RequestCheck {
  const faults: RequestFaults = {};
  const reason = choice.reasons.find((known) => known === values.reason);
  if (!reason) faults.reason = "missing";
  const chosen = choice.is_whole ? [] : chosenLines(values, choice);
  const ways = reason ? waysFor(choice, reason, chosen) : [];
  const kind = ways.length === 1 ? ways[0] : ways.find((fitting) => fitting === values.kind);
  if (reason && !kind) faults.kind = "missing";
  const text = values.text.trim();
  if (text.length < REQUEST_TEXT_MIN) faults.text = "missing";
  if (text.length > REQUEST_TEXT_MAX) faults.text = "too_long";
  if (!choice.is_whole) faultLines(chosen, reason, faults);
  const needsPhoto = reason !== undefined && PHOTO_REASONS.includes(reason);
  if (needsPhoto && values.photos.length === 0) faults.photos = "photos_missing";
  const account = isPaidOut(values, choice) ? readPayee(values, faults) : undefined;
  if (!reason || !kind || Object.keys(faults).length > 0) return { ok: false, faults };
  return {
    ok: true,
    body: {
      kind,
      reason,
      text,
      lines: chosen.map(({ id, chosen: quantity }) => ({ id, quantity })),
      photos: values.photos,
      ...(account ? { payee: account } : {}),
    },
  };
}

type Chosen = RefundChoice["lines"][number] & { chosen: number };

function chosenLines({ quantities }: RequestValues, { lines }: RefundChoice): Chosen[] {
  return lines.flatMap((line) => {
    const chosen = quantities[line.id];
    return chosen === undefined ? [] : [{ ...line, chosen }];
  });
}

function faultLines(
  lines: readonly Chosen[],
  reason: RequestReason | undefined,
  faults: RequestFaults,
) {
  const isTooMuch = ({ chosen, quantity }: Chosen) =>
    !Number.isInteger(chosen) || chosen < 1 || chosen > quantity;
  if (lines.length === 0) faults.lines = "missing";
  else if (lines.some(isTooMuch)) faults.lines = "line_too_much";
  else if (reason && !lines.every((line) => fitsLine(reason, line))) faults.lines = "line_unfit";
}

/** Whether an account is needed: nothing is paid out when the rules of a visit give nothing back. */
function isPaidOut(values: RequestValues, choice: RefundChoice): boolean {
  if (!choice.needs_payee) return false;
  return !choice.is_whole || askedSum({ ...choice, ...choice.order, lines: [] }, values.reason) > 0;
}

function readPayee({ bank_bin, account_number, name }: RequestValues, faults: RequestFaults) {
  const parsed = payeeShape.safeParse({ bank_bin, account_number, name });
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues) {
    const [field] = path;
    if (field === "bank_bin" || field === "account_number" || field === "name") {
      faults[field] = "missing";
    }
  }
  return undefined;
}
