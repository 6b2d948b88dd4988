import type { Measure } from "../money";

/**
 * What a price is for, as producers write it in Vietnamese: "chai 250 ml", "kg", "hộp 20 gói",
 * "chiếc", "người/ngày". The Vietnamese text is the source; measure and English are read from it.
 */

/** Vessels and packings that hold an amount. */
const PACKS: Readonly<Record<string, string>> = {
  bao: "sack",
  bình: "jug",
  bịch: "bag",
  can: "can",
  chai: "bottle",
  chục: "pack",
  cuộn: "roll",
  gói: "pack",
  giỏ: "basket",
  hộp: "box",
  hũ: "jar",
  khay: "tray",
  lon: "can",
  lọ: "jar",
  lốc: "pack",
  niêu: "clay pot",
  thùng: "carton",
  thanh: "bar",
  tuýp: "tube",
  túi: "bag",
  vỉ: "blister pack",
  xấp: "stack",
};

/** What is counted, alone or inside a pack: singular and plural. */
const PIECES: Readonly<Record<string, readonly [string, string]>> = {
  bánh: ["cake", "cakes"],
  bó: ["bundle", "bundles"],
  bông: ["flower", "flowers"],
  bộ: ["set", "sets"],
  bức: ["picture", "pictures"],
  cái: ["piece", "pieces"],
  cành: ["branch", "branches"],
  cây: ["plant", "plants"],
  chai: ["bottle", "bottles"],
  chậu: ["pot", "pots"],
  chiếc: ["piece", "pieces"],
  con: ["animal", "animals"],
  cuốn: ["roll", "rolls"],
  đôi: ["pair", "pairs"],
  gói: ["sachet", "sachets"],
  hộp: ["box", "boxes"],
  hũ: ["jar", "jars"],
  lon: ["can", "cans"],
  lọ: ["jar", "jars"],
  miếng: ["piece", "pieces"],
  nén: ["stick", "sticks"],
  ống: ["vial", "vials"],
  quả: ["fruit", "fruits"],
  que: ["stick", "sticks"],
  tấm: ["piece", "pieces"],
  thanh: ["bar", "bars"],
  trái: ["fruit", "fruits"],
  trứng: ["egg", "eggs"],
  túi: ["bag", "bags"],
  viên: ["tablet", "tablets"],
};

/** Units without a number that are neither weighed nor counted in packs. */
const WORDS: Readonly<Record<string, string>> = {
  người: "person",
  "người/ngày": "person per day",
  "người/đêm": "person per night",
  "người/buổi": "person per session",
  đoàn: "group",
  vé: "ticket",
  phòng: "room",
  "phòng/đêm": "room per night",
  mét: "metre",
  m: "metre",
  m2: "square metre",
};

const SCALES: Readonly<Record<string, { unit: "g" | "ml"; factor: number; sign: string }>> = {
  g: { unit: "g", factor: 1, sign: "g" },
  gr: { unit: "g", factor: 1, sign: "g" },
  gam: { unit: "g", factor: 1, sign: "g" },
  gram: { unit: "g", factor: 1, sign: "g" },
  kg: { unit: "g", factor: 1000, sign: "kg" },
  ký: { unit: "g", factor: 1000, sign: "kg" },
  kilôgam: { unit: "g", factor: 1000, sign: "kg" },
  ml: { unit: "ml", factor: 1, sign: "ml" },
  l: { unit: "ml", factor: 1000, sign: "l" },
  lít: { unit: "ml", factor: 1000, sign: "l" },
};

const AMOUNT = /^(?:(\p{L}+) )?(\d+(?:[.,]\d+)?) ?(\p{L}+)$/u;

/**
 * What one unit holds, or null when the text does not say or is not understood: "chai 250 ml" is
 * 250 ml, "túi 5 kg" 5000 g, "niêu 1,5 kg" 1500 g, "hộp 20 gói" 20 pieces, "chiếc" one piece,
 * "người/ngày" null. Amounts are whole grams, millilitres or pieces.
 */
export function parseMeasure(unitText: string): Measure | null {
  const text = clean(unitText);
  const scale = lookUp(SCALES, text);
  if (scale) return { amount: scale.factor, unit: scale.unit };
  const parts = partsOf(text);
  if (!parts) return lookUp(PIECES, text) ? { amount: 1, unit: "piece" } : null;
  const inner = lookUp(SCALES, parts.inner);
  if (inner) return measure(parts.number * inner.factor, inner.unit);
  return lookUp(PIECES, parts.inner) ? measure(parts.number, "piece") : null;
}

/**
 * The unit in English: "250 ml bottle", "kg", "box of 20 sachets", "piece", "person per day". A
 * text that is not understood comes back as it is, so that a buyer never sees an empty unit.
 */
export function translateUnit(unitText: string): string {
  const text = clean(unitText);
  const scale = lookUp(SCALES, text);
  if (scale) return scale.sign;
  const word = lookUp(WORDS, text) ?? lookUp(PIECES, text)?.[0] ?? lookUp(PACKS, text);
  if (word) return word;
  const parts = partsOf(text);
  if (!parts) return unitText;
  const inner = lookUp(SCALES, parts.inner);
  const piece = lookUp(PIECES, parts.inner);
  const pack = parts.pack === null ? "" : lookUp(PACKS, parts.pack);
  if (pack === undefined || (!inner && !piece)) return unitText;
  if (inner) return `${parts.number} ${inner.sign} ${pack}`.trim();
  const count = `${parts.number} ${piece?.[parts.number === 1 ? 0 : 1]}`;
  return pack === "" ? count : `${pack} of ${count}`;
}

/** The unit in the language of the page; Vietnamese is the text itself. */
export function unitLabel(unitText: string, language: "vi" | "en"): string {
  return language === "vi" ? unitText : translateUnit(unitText);
}

function clean(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
}

/** "chai 250 ml" in its parts; the number with a comma as its decimal sign, as written here. */
function partsOf(text: string): { pack: string | null; number: number; inner: string } | null {
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const number = Number((match[2] ?? "").replace(",", "."));
  return number > 0 ? { pack: match[1] ?? null, number, inner: match[3] ?? "" } : null;
}

function measure(amount: number, unit: Measure["unit"]): Measure | null {
  const whole = Math.round(amount);
  // A remainder beyond the noise of floating point means that the text is not a whole amount.
  return whole > 0 && Math.abs(amount - whole) < 1e-6 ? { amount: whole, unit } : null;
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
