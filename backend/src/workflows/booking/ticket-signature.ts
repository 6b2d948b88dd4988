import {
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { z } from "@medusajs/framework/zod";
import { env } from "../../lib/env";

/** First part of what a ticket's QR code says: Chợ Làng, first form. */
const PREFIX = "CL1";
/** An Ed25519 private key of 32 bytes as PKCS #8 begins with these (RFC 8410, section 7). */
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");
const SIGNATURE_BYTES = 64;
/** Longest text that is looked at; a ticket has about 330 characters. */
const LONGEST_TICKET = 600;

const ticketPayload = z.strictObject({
  /** Everybody of the booking, or the one that `id` names. */
  kind: z.enum(["party", "person"]),
  /** The booking. */
  uuid: z.string(),
  /** Of a party the booking again, of a person the unit item. */
  id: z.string(),
  /** The code in letters that stands beside the QR code. */
  code: z.string(),
  /** Local date of the visit in Vietnam, as it was when the ticket was written. */
  date: z.string(),
  /** Seats of everybody named. */
  pax: z.int(),
});
export type TicketPayload = z.infer<typeof ticketPayload>;

let keys: { secret: string; privateKey: KeyObject; publicKey: KeyObject } | undefined;

/** The pair that follows from SIGNING_SECRET alone: every process has the same one. */
function keyPair() {
  if (keys?.secret !== env.SIGNING_SECRET) {
    const seed = hkdfSync("sha256", env.SIGNING_SECRET, "", "cho-lang ticket", 32);
    const der = Buffer.concat([PKCS8_ED25519, Buffer.from(seed)]);
    const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    keys = { secret: env.SIGNING_SECRET, privateKey, publicKey: createPublicKey(privateKey) };
  }
  return keys;
}

/** The key that checks tickets without us: raw 32 bytes in base64url. It is no secret. */
export function ticketPublicKey(): string {
  return String(keyPair().publicKey.export({ format: "jwk" }).x);
}

/** What a ticket's QR code says: "CL1.<payload>.<signature>", Ed25519 over "CL1.<payload>". */
export function signTicket(payload: TicketPayload): string {
  const { kind, uuid, id, code, date, pax } = payload;
  const body = Buffer.from(JSON.stringify({ kind, uuid, id, code, date, pax }));
  const signed = `${PREFIX}.${body.toString("base64url")}`;
  const signature = sign(null, Buffer.from(signed), keyPair().privateKey);
  return `${signed}.${signature.toString("base64url")}`;
}

/** Whether a text claims to be a ticket's QR code, true or forged; else it may be a typed code. */
export function isTicketText(text: string): boolean {
  return text.startsWith(`${PREFIX}.`);
}

/** What a ticket says; null unless every character of it is ours. */
export function readTicket(text: string): TicketPayload | null {
  const [prefix, body, given, ...rest] = text.slice(0, LONGEST_TICKET + 1).split(".");
  if (prefix !== PREFIX || !body || !given || rest.length > 0) return null;
  const signature = Buffer.from(given, "base64url");
  // Base64 has more than one spelling of the same bytes; only the one that we wrote is ours.
  if (signature.length !== SIGNATURE_BYTES || signature.toString("base64url") !== given)
    return null;
  const signed = Buffer.from(`${PREFIX}.${body}`);
  if (!verify(null, signed, keyPair().publicKey, signature)) return null;
  const payload = ticketPayload.safeParse(JSON.parse(Buffer.from(body, "base64url").toString()));
  return payload.success ? payload.data : null;
}
