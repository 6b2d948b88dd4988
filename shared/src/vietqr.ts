import type { Vnd } from "./money";

/**
 * The text of a VietQR code for a transfer to a bank account. Source: EMVCo, QR Code Specification
 * for Payment Systems, Merchant-Presented Mode; NAPAS, VietQR Technical Format for the account
 * information in field 38.
 */
export interface VietQr {
  /** Six digits of NAPAS for the bank or wallet. */
  bin: string;
  /** Account or card number, 1 to 19 letters and digits; wallets have longer ones, up to 34. */
  account: string;
  /** Whole đồng above 0; without it the code is static and the payer types the amount. */
  amount_vnd?: Vnd | undefined;
  /** Bill number, up to 25 signs. */
  bill?: string | undefined;
  /** Reference label, up to 25 signs. */
  reference?: string | undefined;
  /** Text of the transfer, up to 25 signs; diacritics are left out, since banks refuse them. */
  purpose?: string | undefined;
}

/** One field of a payload: two digits and up to 99 characters. */
export type QrField = { id: string; value: string };

const NAPAS = "A000000727";
const TO_ACCOUNT = "QRIBFTTA";
const DONG = "704";
const COUNTRY = "VN";
/** EMVCo's longest amount and longest text in field 62. */
const AMOUNT_DIGITS = 13;
const LABEL_LENGTH = 25;
const CRC_HEAD = "6304";

/**
 * CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) of an ASCII text as four hexadecimal digits
 * in capitals; "29B1" for "123456789".
 */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const sign of text) {
    crc ^= (sign.charCodeAt(0) & 0xff) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

/**
 * A text as banks take it: printable ASCII without diacritics, single spaces, none at the ends.
 * "Trả tiền đơn CL‑7K3F9" → "Tra tien don CL 7K3F9". Letters of other scripts become spaces.
 */
export function bankText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đð]/g, "d")
    .replace(/[ĐÐ]/g, "D")
    .replace(/[^\x20-\x7e]+/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/**
 * The payload of a VietQR code, byte for byte as banks' apps read it; draw it as a QR code with
 * error correction M.
 * @throws RangeError for a part that does not fit its field.
 */
export function vietQrPayload(qr: VietQr): string {
  const account = writeFields([
    { id: "00", value: matching("bin", qr.bin, /^[0-9]{6}$/) },
    { id: "01", value: matching("account", qr.account, /^[0-9A-Za-z]{1,34}$/) },
  ]);
  const labels: QrField[] = [
    { id: "01", value: label("bill", qr.bill) },
    { id: "05", value: label("reference", qr.reference) },
    { id: "08", value: label("purpose", qr.purpose) },
  ].filter(({ value }) => value !== "");
  const payload = writeFields([
    { id: "00", value: "01" },
    { id: "01", value: qr.amount_vnd === undefined ? "11" : "12" },
    {
      id: "38",
      value: writeFields([
        { id: "00", value: NAPAS },
        { id: "01", value: account },
        { id: "02", value: TO_ACCOUNT },
      ]),
    },
    { id: "53", value: DONG },
    ...(qr.amount_vnd === undefined ? [] : [{ id: "54", value: amountText(qr.amount_vnd) }]),
    { id: "58", value: COUNTRY },
    ...(labels.length > 0 ? [{ id: "62", value: writeFields(labels) }] : []),
  ]);
  return payload + CRC_HEAD + crc16(payload + CRC_HEAD);
}

/**
 * What a VietQR code asks for; null when the text is no transfer to an account or was damaged, which
 * its checksum shows.
 */
export function parseVietQr(payload: string): VietQr | null {
  const fields = readQrFields(payload);
  const account = valuesOf(fields, "38");
  const to = valuesOf(account, "01");
  if (one(account, "00") !== NAPAS || one(account, "02") !== TO_ACCOUNT) return null;
  const [bin, number, amount] = [one(to, "00"), one(to, "01"), one(fields, "54")];
  if (!bin || !number || (amount !== undefined && !/^[0-9]{1,13}$/.test(amount))) return null;
  const labels = valuesOf(fields, "62");
  const rest = {
    amount_vnd: amount === undefined ? undefined : Number(amount),
    bill: one(labels, "01"),
    reference: one(labels, "05"),
    purpose: one(labels, "08"),
  };
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { bin, account: number, ...Object.fromEntries(given) };
}

/**
 * The fields of an EMVCo payload without its checksum, in their order; null when the text is
 * malformed or its checksum is wrong.
 */
export function readQrFields(payload: string): QrField[] | null {
  const body = payload.slice(0, -4);
  if (!body.endsWith(CRC_HEAD) || !/^[\x20-\x7e]+$/.test(payload)) return null;
  if (crc16(body) !== payload.slice(-4)) return null;
  return splitFields(body.slice(0, -CRC_HEAD.length));
}

/** Fields one after another: the number, two digits of length, the value. */
function writeFields(fields: readonly QrField[]): string {
  return fields
    .map(({ id, value }) => {
      if (value.length > 99) throw new RangeError(`Field ${id} is too long: ${value.length}.`);
      return id + String(value.length).padStart(2, "0") + value;
    })
    .join("");
}

function splitFields(text: string): QrField[] | null {
  const fields: QrField[] = [];
  for (let at = 0; at < text.length; ) {
    const head = text.slice(at, at + 4);
    if (!/^[0-9]{4}$/.test(head)) return null;
    const end = at + 4 + Number(head.slice(2));
    if (end > text.length) return null;
    fields.push({ id: head.slice(0, 2), value: text.slice(at + 4, end) });
    at = end;
  }
  return fields;
}

function one(fields: QrField[] | null, id: string): string | undefined {
  return fields?.find((field) => field.id === id)?.value;
}

function valuesOf(fields: QrField[] | null, id: string): QrField[] | null {
  const value = one(fields, id);
  return value === undefined ? null : splitFields(value);
}

function matching(name: string, value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new RangeError(`The ${name} of a VietQR code can't be ${value}.`);
  return value;
}

function label(name: string, value: string | undefined): string {
  const text = bankText(value ?? "");
  if (text.length > LABEL_LENGTH) {
    throw new RangeError(
      `The ${name} of a VietQR code has at most ${LABEL_LENGTH} signs: ${text}.`,
    );
  }
  return text;
}

function amountText(amount: Vnd): string {
  const text = String(amount);
  if (!Number.isSafeInteger(amount) || amount <= 0 || text.length > AMOUNT_DIGITS) {
    throw new RangeError(`A VietQR code asks for whole đồng above 0, not ${amount}.`);
  }
  return text;
}
