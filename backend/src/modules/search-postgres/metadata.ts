import type { EngineMetadata, EngineReading } from "../../lib/search-reading";
import { spell } from "../../lib/spelling";
import type { ReadingRow } from "./readings";
import type { TextQuery } from "./text";
import type { Reading, Term } from "./understand";

/** The text as it was typed; null without one. */
export function asTyped(text: TextQuery | null): EngineMetadata {
  if (text === null) return { reading: null, suggestions: [] };
  const read_as = text.typed.join(" ");
  return {
    reading: { kind: "as_typed", read_as, left_out: [], ...metBy(text) },
    suggestions: [],
  };
}

/** The reading that was searched instead, and other corrections that something has. */
export function readAnew(
  readings: readonly Reading[],
  found: ReadingRow["found"],
  terms: Term[],
): EngineMetadata | null {
  const all = found.flatMap(({ place, spelt }) => {
    const reading = readings[place - 1];
    return reading ? [{ reading, read_as: spell(reading.text.words, spelt, terms) }] : [];
  });
  const [first, ...others] = all;
  if (!first) return null;
  const { kind, text, leftOut } = first.reading;
  const suggestions = others.map((other) => other.read_as).filter((as) => as !== first.read_as);
  return {
    reading: { kind, read_as: first.read_as, left_out: leftOut, ...metBy(text) },
    suggestions: [...new Set(suggestions)],
  };
}

function metBy(text: TextQuery): Pick<EngineReading, "terms" | "prefix"> {
  const prefix = text.isPrefix ? (text.words.at(-1) ?? null) : null;
  const whole = prefix === null ? text.words : text.words.slice(0, -1);
  return { terms: [...new Set([...whole, ...text.synonyms])], prefix };
}
