/** A syllable in the making: its letters without their tone, and the place of the tone in TONES. */
type Keyed = { letters: string; tone: number | null };

/** The tones in the order of VNI's keys 1 to 5: sắc, huyền, hỏi, ngã, nặng. */
const TONES = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const TELEX_TONES = "sfrxj";
/** The only tones of a syllable that ends in a stop. */
const STOPPED_TONES = [0, 4];

const VOWEL = /[aăâeêioôơuưy]/;
const MARKED = /[ăâêôơư]/;
const ROOFS: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" };

const ONSET = /^(?:ngh?|nh|gi(?=[aăâeêoôơuư])|gh?|kh|ph|th|tr|ch|qu|[bcdđhklmnprstvx])?/;
/** Vowels that end a syllable. */
const OPEN =
  /^(?:[aeêioôơuưy]|a[iouy]|â[uy]|eo|êu|i[au]|[iy]êu|oa[ioy]?|oeo?|[ôơo]i|u[aiêơy]|uây|uôi|uy[au]|ư[aiu]|ươ[iu])$/;
/** Vowels before a consonant at the end; a stop is caught. */
const CLOSED = /^(?:[aăâeêioôơuưy]|[iy]ê|o[aăe]|u[âêôy]|uyê|ươ)(?:(ch|c|p|t)|nh|ng|n|m)$/;

/**
 * The Vietnamese syllable that keys make where an input method is at work: of Telex ("nuowcs" and
 * "nuocws" are "nước") and of VNI ("nu7o7c1"). Marks may follow their letter or the syllable. Null
 * for what is no such syllable, or would be one without any input method ("nuoc").
 */
export function decodeKeys(typed: string): string | null {
  if (!/^[a-z0-9]{2,10}$/.test(typed)) return null;
  const keyed = /\d/.test(typed) ? readVni(typed) : readTelex(typed);
  if (keyed === null || (keyed.tone === null && keyed.letters === typed)) return null;
  return written({ ...keyed, letters: hornedPair(keyed.letters) });
}

function readTelex(typed: string): Keyed | null {
  let letters = "";
  let tone: number | null = null;
  for (const key of typed) {
    const last = letters.at(-1) ?? "";
    const toneOfKey = VOWEL.test(letters) ? TELEX_TONES.indexOf(key) : -1;
    if (toneOfKey >= 0) {
      if (tone !== null) return null;
      tone = toneOfKey;
    } else if (key === "w") {
      letters = hooked(letters, "aou") ?? `${letters}ư`;
    } else if (key === "d" && letters.startsWith("d")) {
      letters = `đ${letters.slice(1)}`;
    } else {
      // "oe" goes on with an "o" of its own, as in "ngoéo".
      const isRoof = key in ROOFS && !(key === "o" && last === "e");
      letters = (isRoof ? roofed(letters, key) : null) ?? letters + key;
    }
  }
  return { letters, tone };
}

function readVni(typed: string): Keyed | null {
  let letters = "";
  let tone: number | null = null;
  for (const key of typed) {
    if (!/\d/.test(key)) {
      letters += key;
      continue;
    }
    const place = Number(key) - 1;
    if (place in TONES) {
      if (tone !== null || !VOWEL.test(letters)) return null;
      tone = place;
      continue;
    }
    const next = VNI_MARKS[key]?.(letters) ?? null;
    if (next === null) return null;
    letters = next;
  }
  return { letters, tone };
}

const VNI_MARKS: Readonly<Record<string, (letters: string) => string | null>> = {
  6: (letters) => roofed(letters, "aeo"),
  7: (letters) => hooked(letters, "ou"),
  8: (letters) => hooked(letters, "a"),
  9: (letters) => (letters.startsWith("d") ? `đ${letters.slice(1)}` : null),
};

/** The place of the last letter that is one of these; -1 without any. */
function lastOf(letters: string, isOne: (letter: string) => boolean): number {
  return [...letters].reduce((last, letter, place) => (isOne(letter) ? place : last), -1);
}

/** With a roof on the last of these vowels; null when none is there. */
function roofed(letters: string, vowels: string): string | null {
  const place = lastOf(letters, (letter) => vowels.includes(letter));
  return place < 0 ? null : replaced(letters, place, ROOFS[letters[place] ?? ""] ?? "");
}

/** With a horn or a breve on the vowel that takes it: of "uo" both, of "ua" and "uu" the first. */
function hooked(letters: string, vowels: string): string | null {
  const pair = /(?<!q)(?:[uư]o)/.exec(letters);
  if (pair && vowels.includes("o")) return replaced(letters, pair.index, "ươ", 2);
  const first = vowels.includes("u") ? (/(?<!q)u[au]/.exec(letters)?.index ?? -1) : -1;
  const place = first >= 0 ? first : lastOf(letters, (letter) => vowels.includes(letter));
  if (place < 0) return null;
  return replaced(letters, place, { a: "ă", o: "ơ", u: "ư" }[letters[place] ?? ""] ?? "");
}

/** A horn on one of "uo" means both, but at the end of a syllable only the second ("thuở"). */
function hornedPair(letters: string): string {
  return letters.replace(/(?<!q)(?:uơ|ưo)(?=.)/, "ươ").replace(/(?:ưo|ươ)$/, "uơ");
}

function replaced(text: string, place: number, by: string, length = 1): string {
  return text.slice(0, place) + by + text.slice(place + length);
}

/** The syllable with its tone where people write it; null when there is no such syllable. */
function written({ letters, tone }: Keyed): string | null {
  const [onset = ""] = ONSET.exec(letters) ?? [];
  const rhyme = letters.slice(onset.length);
  const closed = CLOSED.exec(rhyme);
  if (!closed && !OPEN.test(rhyme)) return null;
  if (tone === null) return letters;
  if (closed?.[1] && !STOPPED_TONES.includes(tone)) return null;
  const place = onset.length + toneBearer(rhyme) + 1;
  return (letters.slice(0, place) + TONES[tone] + letters.slice(place)).normalize("NFC");
}

/** The last vowel with a mark; else the last before a consonant, or the second to last. */
function toneBearer(rhyme: string): number {
  const marked = lastOf(rhyme, (letter) => MARKED.test(letter));
  if (marked >= 0) return marked;
  const last = lastOf(rhyme, (letter) => VOWEL.test(letter));
  return last === rhyme.length - 1 ? Math.max(0, last - 1) : last;
}
