/** An error as Meilisearch tells it, in an answer or in a task. */
export class ServerError extends Error {
  readonly code: string;
  readonly status: number;
  readonly type: string;

  constructor(code: string, message: string, status = 400, type = "invalid_request") {
    super(message);
    this.code = code;
    this.status = status;
    this.type = type;
  }

  body() {
    const { code, message, type } = this;
    return { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` };
  }
}

export function indexMissing(uid: string): ServerError {
  return new ServerError("index_not_found", `Index \`${uid}\` not found.`, 404);
}

const PLACE = (path: string) => (path === "" ? "" : ` inside \`${path}\``);

/** The fields of an object, of which none may be unknown. */
export function fieldsOf(
  value: unknown,
  known: readonly string[],
  { path = "", code = "bad_request" }: { path?: string; code?: string } = {},
): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw wrongType(path, "an object", value, code);
  }
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const list = known.map((each) => `\`${each}\``).join(", ");
    throw new ServerError(code, `Unknown field \`${name}\`${PLACE(path)}: expected one of ${list}`);
  }
  return value as Record<string, unknown>;
}

export function wrongType(path: string, wanted: string, value: unknown, code: string): ServerError {
  const shown = JSON.stringify(value);
  const kind = Array.isArray(value) ? "an array" : value === null ? "null" : `a ${typeof value}`;
  const at = path === "" ? "" : ` at \`${path}\``;
  return new ServerError(
    code,
    `Invalid value type${at}: expected ${wanted}, but found ${kind}: \`${shown}\``,
  );
}

type Reads<T> = (value: unknown, path: string, code: string) => T;

export const reads = {
  text: ((value, path, code) => {
    if (typeof value !== "string") throw wrongType(path, "a string", value, code);
    return value;
  }) as Reads<string>,
  flag: ((value, path, code) => {
    if (typeof value !== "boolean") throw wrongType(path, "a boolean", value, code);
    return value;
  }) as Reads<boolean>,
  size: ((value, path, code) => {
    if (!Number.isInteger(value) || Number(value) < 0) {
      throw wrongType(path, "a positive integer", value, code);
    }
    return Number(value);
  }) as Reads<number>,
  texts: ((value, path, code) => {
    if (!Array.isArray(value)) throw wrongType(path, "an array", value, code);
    return value.map((item, place) => reads.text(item, `${path}[${place}]`, code));
  }) as Reads<string[]>,
};
