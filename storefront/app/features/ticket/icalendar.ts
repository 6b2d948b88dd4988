/** Longest line of an iCalendar file in octets of UTF-8, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** One visit as a calendar keeps it. */
export type CalendarEntry = {
  /** The same for every download, so that a calendar replaces its entry; unique in the world. */
  uid: string;
  starts_at: Date;
  ends_at: Date;
  summary: string;
  /** Lines are parted by line feeds. */
  description: string;
  location: string;
  /** Degrees north and east. */
  place: { lat: number; lng: number } | null;
  url: string;
  isCancelled: boolean;
  /** What the reminder says, a day before the start. */
  reminder: string;
};

/**
 * An iCalendar file (RFC 5545) with one entry and a reminder one day before it. Times are UTC; it
 * has no METHOD, because it is no invitation. `now` is the instant of writing.
 */
export function icalendar(entry: CalendarEntry, now: Date): string {
  const { place } = entry;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cho Lang//Ticket//VI",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${textOf(entry.uid)}`,
    `DTSTAMP:${utcOf(now)}`,
    `DTSTART:${utcOf(entry.starts_at)}`,
    `DTEND:${utcOf(entry.ends_at)}`,
    `SUMMARY:${textOf(entry.summary)}`,
    `DESCRIPTION:${textOf(entry.description)}`,
    `LOCATION:${textOf(entry.location)}`,
    ...(place ? [`GEO:${place.lat.toFixed(6)};${place.lng.toFixed(6)}`] : []),
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    ...(entry.isCancelled ? [] : alarm(entry.reminder)),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function alarm(reminder: string): string[] {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${textOf(reminder)}`,
    "TRIGGER:-P1D",
    "END:VALARM",
  ];
}

/** An instant to the second: "20261128T013000Z". */
function utcOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Text as a value: backslash, semicolon, comma and line feed are escaped, other controls dropped. */
function textOf(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** A line broken where it would pass 75 octets, never inside a character; the rest is indented. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts = [""];
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      parts.push("");
      // The space before the rest counts, too.
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += size;
  }
  return parts.join("\r\n ");
}
