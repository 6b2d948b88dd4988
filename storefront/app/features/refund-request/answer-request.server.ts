import { data, redirect } from "@remix-run/node";
import { hrefIn, phrases } from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import type { PurchaseLink } from "../purchase/purchase.server";
import { checkRequest } from "./check-request.server";
import { wordRequestFaults } from "./faults";
import { refundPath } from "./paths";
import {
  askRefund,
  findRefundRequests,
  photoSender,
  withdrawRequest,
} from "./refund-request.server";
import { type PhotoFault, readRequestForm } from "./request-form.server";
import {
  type RequestAnswer,
  type RequestFaults,
  type RequestValues,
  readRequestValues,
} from "./request-values";

/** What the page says after a press on it. */
export const REQUEST_NOTICES = ["sent", "open", "late", "withdrawn", "decided"] as const;
export type RequestNotice = (typeof REQUEST_NOTICES)[number];

const PRIVATE = { "cache-control": "no-store" };

/**
 * A press on the page of an order's requests: ask, keep photos and go on typing, or withdraw. What
 * was typed and uploaded comes back with whatever was wrong. Only who opens the purchase may upload.
 */
export async function answerRequestForm(link: PurchaseLink, number: string, request: Request) {
  const found = await findRefundRequests(link, number);
  if (!found) throw data(null, { status: 404, headers: PRIVATE });
  const { choice } = found;
  const send = choice.closed ? null : photoSender(link);
  const { form, photoFault } = await readRequestForm(request, send);
  const intent = form.get("intent");
  if (intent === "withdraw") {
    const isDone = await withdrawRequest(link, String(form.get("request") ?? "").slice(0, 64));
    return toPage(link, number, isDone ? "withdrawn" : "decided");
  }
  if (choice.closed)
    return toPage(link, number, choice.closed === "request_open" ? "open" : "late");
  const values = readRequestValues(form);
  if (intent === "photos") return refused(link, values, photoFaults(photoFault));
  const checked = checkRequest(values, choice);
  // A photo that was not taken is told even when others stand for it: it may show the most.
  const photos = photoFaults(photoFault);
  if (!checked.ok) return refused(link, values, { ...checked.faults, ...photos });
  if (photoFault) return refused(link, values, photos);
  try {
    await askRefund(link, number, checked.body);
  } catch (error) {
    return answerRefusal({ link, number, values }, error);
  }
  return toPage(link, number, "sent");
}

function photoFaults(fault: PhotoFault | null): RequestFaults {
  return fault ? { photos: fault } : {};
}

type Asked = { link: PurchaseLink; number: string; values: RequestValues };

/** A second press finds the first one's request; everything else is said beside what was typed. */
function answerRefusal({ link, number, values }: Asked, error: unknown) {
  if (!(error instanceof BackendError)) throw error;
  if (error.status === 404) throw data(null, { status: 404, headers: PRIVATE });
  if (error.code === "request_open") return toPage(link, number, "open");
  if (error.code === "request_too_late") return toPage(link, number, "late");
  const faults: RequestFaults = {};
  for (const [path, code] of Object.entries(error.fields)) {
    const field = path.split(".")[0] ?? "";
    if (field === "payee") faults.bank_bin = code;
    else if (isPart(field)) faults[field] = code;
  }
  if (Object.keys(faults).length > 0) return refused(link, values, faults);
  console.warn(error.message);
  const { refundRequest } = phrases(link.language);
  const refusal = error.status === 429 ? refundRequest.tooOften : refundRequest.notSent;
  const answer: RequestAnswer = { values, faults: {}, refusal };
  return data(answer, { status: error.status < 500 ? error.status : 503, headers: PRIVATE });
}

function isPart(field: string): field is "reason" | "lines" | "kind" | "text" | "photos" {
  return ["reason", "lines", "kind", "text", "photos"].includes(field);
}

function refused(link: PurchaseLink, values: RequestValues, codes: RequestFaults) {
  const faults = wordRequestFaults(codes, link.language);
  const answer: RequestAnswer = { values, faults, refusal: null };
  const isFaulty = Object.keys(faults).length > 0;
  return data(answer, { status: isFaulty ? 400 : 200, headers: PRIVATE });
}

function toPage(link: PurchaseLink, number: string, notice: RequestNotice) {
  const path = refundPath({ id: link.id, number, signature: link.signature, notice });
  return redirect(hrefIn(link.language, path), { status: 303, headers: PRIVATE });
}
