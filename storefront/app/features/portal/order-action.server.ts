import {
  cancelBody,
  deliverBody,
  type ProducerOrder,
  refuseBody,
} from "@cho-lang/shared/contracts/producer";
import { parseTrackingNumber } from "@cho-lang/shared/domain/purchase";
import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import { readForm } from "~/lib/form.server";
import { withParam } from "~/lib/own-path";
import { parseWhole } from "./product-form";
import { refusalAnswer, refused, typedValues } from "./refusal.server";
import { returnPath } from "./return-path";
import { ask, MONEY_TIMEOUT_MS } from "./session.server";

/** Longest name of a carrier, in characters. */
const CARRIER_MAX = 60;

const TYPED = [
  "tracking_number",
  "carrier",
  "reason",
  "note",
  "is_short",
  "collected_vnd",
  "is_sound",
];

/** Takes a step with one order; afterwards the page that the form came from says so. */
export async function takeStep(request: Request, orderId: string) {
  const form = await readForm(request);
  const intent = String(form.get("intent") ?? "");
  const values = typedValues(form, TYPED);
  const read = readStep(intent, form);
  if (read.faults) return refused({ intent, values, faults: read.faults });
  const path = `/producer/orders/${encodeURIComponent(orderId)}`;
  try {
    await ask<ProducerOrder>(request, `${path}/${intent}`, {
      method: "POST",
      timeoutMs: MONEY_TIMEOUT_MS,
      ...read.send,
    });
  } catch (error) {
    if (error instanceof BackendError && error.code === "cash_too_much") {
      return refused({ intent, values, faults: { collected_vnd: error.code } });
    }
    return refusalAnswer(error, { intent, values });
  }
  const back = returnPath(form.get("return_to"), hrefIn(languageOf(request), path));
  return redirect(withParam(back, "done", intent), 303);
}

type Read =
  | { send: { body?: unknown }; faults?: undefined }
  | { faults: Record<string, string>; send?: undefined };

/** @throws Response 400 for a step that there is not */
function readStep(intent: string, form: FormData): Read {
  if (intent === "confirm" || intent === "pack") return { send: {} };
  if (intent === "ship") return readShipping(form);
  if (intent === "deliver") return readDelivery(form);
  if (intent === "refuse") return readReasoned(refuseBody, form);
  if (intent === "take-back") return readSound(form);
  if (intent === "cancel") return readCancelling(form);
  throw new Response(null, { status: 400 });
}

function readShipping(form: FormData): Read {
  const tracking_number = parseTrackingNumber(String(form.get("tracking_number") ?? ""));
  const carrier = String(form.get("carrier") ?? "").trim();
  const isLong = carrier.length > CARRIER_MAX;
  if (tracking_number && !isLong) return { send: { body: { tracking_number, carrier } } };
  return {
    faults: {
      ...(tracking_number ? {} : { tracking_number: "invalid" }),
      ...(isLong ? { carrier: "too_long" } : {}),
    },
  };
}

/** Without a sum all that was due came. */
function readDelivery(form: FormData): Read {
  if (!form.has("collected_vnd")) return { send: {} };
  const collected_vnd = parseWhole(String(form.get("collected_vnd")));
  if (collected_vnd === null) return { faults: { collected_vnd: "not_a_number" } };
  return sendOrFaults(deliverBody, { collected_vnd, note: noteOf(form) });
}

/** Whether goods that came back are fit to be sold: nobody has chosen that for the member. */
export function readSound(form: FormData): Read {
  const answer = form.get("is_sound");
  if (answer !== "yes" && answer !== "no") return { faults: { is_sound: "missing" } };
  return { send: { body: { is_sound: answer === "yes" } } };
}

function readCancelling(form: FormData): Read {
  const read = readReasoned(cancelBody, form);
  if (form.get("sure") === "yes") return read;
  return { faults: { sure: "missing", ...read.faults } };
}

function readReasoned(schema: z.ZodType, form: FormData): Read {
  return sendOrFaults(schema, { reason: form.get("reason"), note: noteOf(form) });
}

function sendOrFaults(schema: z.ZodType, typed: unknown): Read {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { send: { body: parsed.data } };
  const { issues } = parsed.error;
  return { faults: Object.fromEntries(issues.map(({ path, code }) => [String(path[0]), code])) };
}

function noteOf(form: FormData): string {
  return String(form.get("note") ?? "").replaceAll("\r\n", "\n");
}
