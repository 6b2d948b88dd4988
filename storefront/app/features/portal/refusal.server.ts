import { data } from "@remix-run/node";
import { BackendError } from "~/lib/backend.server";
import type { PortalAnswer } from "./answer";

/**
 * Turns the backend's refusal of a form into an answer for its page. What the page cannot put into
 * words is thrown: not found, and faults of ours.
 *
 * @throws Response
 */
export function refusalAnswer(error: unknown, part: Partial<PortalAnswer> & { intent: string }) {
  if (!(error instanceof BackendError)) throw error;
  if (error.status === 404) throw new Response(null, { status: 404 });
  if (error.status >= 500) {
    console.error(error.message);
    throw new Response(null, { status: 503, headers: { "retry-after": "60" } });
  }
  return refused({ refusal: error.code, ...part });
}

/** A form that was not accepted, to be shown again with status 400. */
export function refused(part: Partial<PortalAnswer> & { intent: string }) {
  return data<PortalAnswer>({ refusal: null, faults: {}, values: {}, ...part }, 400);
}

/** The named fields as they were sent, cut to a length that a page can show again. */
export function typedValues(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value.slice(0, 400) : ""];
    }),
  );
}
