import { cancelBody, type ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { parseTrackingNumber } from "@cho-lang/shared/domain/purchase";
import { redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { withParam } from "~/lib/own-path";
import { refusalAnswer, refused, typedValues } from "./refusal.server";
import { returnPath } from "./return-path";
import { ask } from "./session.server";

/** Longest name of a carrier, in characters. */
const CARRIER_MAX = 60;

/** Takes a step with one order; afterwards the page that the form came from says so. */
export async function takeStep(request: Request, orderId: string) {
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const values = typedValues(form, ["tracking_number", "carrier", "reason", "note"]);
  const read = readStep(intent, form);
  if (read.faults) return refused({ intent, values, faults: read.faults });
  const path = `/producer/orders/${encodeURIComponent(orderId)}`;
  try {
    await ask<ProducerOrder>(request, `${path}/${intent}`, { method: "POST", ...read.send });
  } catch (error) {
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
  if (intent === "ship") return readShipping(form);
  if (intent === "cancel") return readCancelling(form);
  if (!["confirm", "pack", "deliver"].includes(intent)) throw new Response(null, { status: 400 });
  return { send: {} };
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

function readCancelling(form: FormData): Read {
  const parsed = cancelBody.safeParse({
    reason: form.get("reason"),
    note: String(form.get("note") ?? "").replaceAll("\r\n", "\n"),
  });
  const isSure = form.get("sure") === "yes";
  if (parsed.success && isSure) return { send: { body: parsed.data } };
  const faults: Record<string, string> = isSure ? {} : { sure: "missing" };
  for (const issue of parsed.error?.issues ?? []) faults[String(issue.path[0])] = issue.code;
  return { faults };
}
