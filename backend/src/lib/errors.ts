import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { errorHandler as coreErrorHandler } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { ZodError, z } from "@medusajs/framework/zod";

type Details = Pick<Refusal, "fields" | "lines" | "purchase">;

/**
 * An expected refusal: a MedusaError whose `code` is stable and whose message says what the caller
 * can do. Survives a workflow's serialisation, because the details are plain properties.
 */
export class RefusalError extends MedusaError {
  readonly details: Details;

  constructor(type: string, code: string, message: string, details: Details = {}) {
    super(type, message, code);
    this.details = details;
  }
}

/** Refuses with 400, or with the status of `type` (MedusaError.Types). */
export function refuse(
  code: string,
  message: string,
  options: Details & { type?: string } = {},
): never {
  const { type = MedusaError.Types.INVALID_DATA, ...details } = options;
  throw new RefusalError(type, code, message, details);
}

/** Refuses with 404. Another producer's row is this too, so that ids cannot be probed. */
export function notFound(what: string): never {
  throw new RefusalError(MedusaError.Types.NOT_FOUND, "not_found", `${what} was not found`);
}

/** The refusal for data that does not fit its contract: names each field and what is wrong. */
export function invalidFields(error: ZodError): RefusalError {
  const fields = error.issues.map((issue) => ({
    field:
      issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "body"),
    code: issue.code,
    message: issue.message,
  }));
  const sentence = fields.map(({ field, message }) => `${field}: ${message}`).join("; ");
  return new RefusalError(MedusaError.Types.INVALID_DATA, "invalid_fields", sentence, { fields });
}

/** Parses with a contract of shared; throws `invalid_fields` (400) naming each bad field. */
export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw invalidFields(parsed.error);
  return parsed.data;
}
/** Some deeds need no words; whoever sends some expects another effect than there is. */
export function expectNoBody(req: MedusaRequest): void {
  parse(z.strictObject({}), req.body ?? {});
}

const core = coreErrorHandler();

function detailsOf(error: unknown): Details | undefined {
  if (typeof error !== "object" || error === null || !("details" in error)) return undefined;
  return error.details as Details;
}

/** PostgreSQL's classes of errors that a caller's malformed value causes: never a 500. */
const malformed = new Set(["22021", "22P02", "22P05", "22003", "22001", "22007", "22008"]);

/** Answers every error as the `refusal` contract; unknown ones fall through to Medusa's handler. */
export function errorHandler(
  error: unknown,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const shown = error instanceof ZodError ? invalidFields(error) : (brokenEscape(error) ?? error);
  if (isMalformedValue(shown)) {
    res.status(400).json({
      type: MedusaError.Types.INVALID_DATA,
      code: "malformed_value",
      message: "A value in the request is malformed: check ids, numbers and characters.",
    });
    return;
  }
  const details = detailsOf(shown);
  if (details) {
    const json = res.json.bind(res);
    res.json = (body: unknown) => json({ ...(body as object), ...details });
  }
  core(shown as MedusaError, req, res, next);
}

/** The refusal of a path whose escapes stand for no text, on which Express itself gives up. */
function brokenEscape(error: unknown): RefusalError | null {
  if (!(error instanceof URIError)) return null;
  const message = "has an escape that stands for no text";
  const fields = [{ field: "path", code: "malformed_escape", message }];
  const { INVALID_DATA } = MedusaError.Types;
  return new RefusalError(INVALID_DATA, "malformed_value", `path ${message}`, { fields });
}

function isMalformedValue(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    malformed.has(error.code)
  );
}
