/** Parts of Meilisearch's filter language. Names of attributes are ours, values are anybody's. */

export type Value = string | number | boolean;

/**
 * A value between quotes. Quotes and backslashes are escaped, so that it can't end the string;
 * anything else stands for itself.
 */
export function quoted(value: Value): string {
  return typeof value === "string"
    ? `"${value.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`
    : String(value);
}

export function among(name: string, values: readonly Value[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? `${name} = ${quoted(only)}`
    : `${name} IN [${values.map(quoted).join(", ")}]`;
}

export function startsWith(name: string, text: string): string {
  return `${name} STARTS WITH ${quoted(text)}`;
}

export function not(expression: string): string {
  return `NOT (${expression})`;
}

/** All of them; the empty text, which lets everything pass, when there is none. */
export function allOf(expressions: readonly string[]): string {
  return joined(expressions, "AND");
}

export function anyOf(expressions: readonly string[]): string {
  return joined(expressions, "OR");
}

function joined(expressions: readonly string[], by: string): string {
  const filled = expressions.filter((expression) => expression !== "");
  const [only] = filled;
  if (only === undefined) return "";
  return filled.length === 1 ? only : filled.map((each) => `(${each})`).join(` ${by} `);
}
