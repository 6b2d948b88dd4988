import {
  declineBody,
  type ProducerRefundRequestAnswer,
} from "@cho-lang/shared/contracts/refund-request";
import { redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import { readForm } from "~/lib/form.server";
import { withParam } from "~/lib/own-path";
import { readSound } from "./order-action.server";
import { refusalAnswer, refused } from "./refusal.server";
import { ask, MONEY_TIMEOUT_MS } from "./session.server";

/** Most characters of an answer that a page shows again. */
const TEXT_SHOWN = 2000;

/** Answers a buyer's request, or takes in its goods; afterwards its page says so. */
export async function answerRequest(request: Request, id: string) {
  const form = await readForm(request);
  const intent = String(form.get("intent") ?? "");
  const text = String(form.get("text") ?? "").replaceAll("\r\n", "\n");
  const values = {
    text: text.slice(0, TEXT_SHOWN),
    is_sound: String(form.get("is_sound") ?? "").slice(0, 10),
  };
  const read = readAnswer(intent, form, text);
  if (read.faults) return refused({ intent, values, faults: read.faults });
  const name = encodeURIComponent(id);
  try {
    await ask<ProducerRefundRequestAnswer>(request, `/producer/refund-requests/${name}/${intent}`, {
      method: "POST",
      timeoutMs: MONEY_TIMEOUT_MS,
      ...read.send,
    });
  } catch (error) {
    if (error instanceof BackendError && error.code === "order_already_shipped") {
      return refused({ intent, values, refusal: "request_left" });
    }
    if (error instanceof BackendError && error.code === "order_already_refused") {
      return refused({ intent, values, refusal: "request_back" });
    }
    return refusalAnswer(error, { intent, values });
  }
  const back = hrefIn(languageOf(request), `/producer/requests/${name}`);
  return redirect(withParam(back, "done", intent), 303);
}

/** @throws Response 400 for a deed that there is not */
function readAnswer(intent: string, form: FormData, text: string): ReturnType<typeof readSound> {
  if (intent === "accept") return { send: {} };
  if (intent === "receive") return readSound(form);
  if (intent !== "decline") throw new Response(null, { status: 400 });
  const parsed = declineBody.safeParse({ text });
  return parsed.success ? { send: { body: parsed.data } } : { faults: { text: "length" } };
}
