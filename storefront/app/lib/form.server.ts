import type { z } from "zod";

/**
 * The form that a page of ours sent.
 *
 * @throws Response 400 when the body is no form.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}

export type ParsedForm<Values> =
  | { ok: true; values: Values }
  /** The message of the first fault of each field. */
  | { ok: false; faults: Record<string, string> };

/**
 * Checks the text fields of a form. A field that is empty counts as missing; names that the schema
 * does not know are passed over.
 */
export function parseForm<Values>(schema: z.ZodType<Values>, form: FormData): ParsedForm<Values> {
  const typed = [...form].filter(([, value]) => typeof value === "string" && value !== "");
  const parsed = schema.safeParse(Object.fromEntries(typed));
  if (parsed.success) return { ok: true, values: parsed.data };
  const faults: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    faults[String(path[0])] ??= message;
  }
  return { ok: false, faults };
}
