import { createPublicKey, sign, verify, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  isTicketText,
  readTicket,
  signTicket,
  type TicketPayload,
  ticketPublicKey,
} from "./ticket-signature";

const party: TicketPayload = {
  kind: "party",
  uuid: "0b2f5a86-2f0f-4a3e-9d4f-6f1f4a9f6a10",
  id: "0b2f5a86-2f0f-4a3e-9d4f-6f1f4a9f6a10",
  code: "K7FQ3QMZ",
  date: "2026-11-28",
  pax: 3,
};

function parts(ticket: string) {
  const at = ticket.lastIndexOf(".");
  const signature = Buffer.from(ticket.slice(at + 1), "base64url");
  return { signed: Buffer.from(ticket.slice(0, at)), signature };
}

describe("A ticket's signature", () => {
  it("says what was signed, for a party and for one person", () => {
    for (const ticket of [party, { ...party, kind: "person" as const, id: "item", pax: 0 }]) {
      const text = signTicket(ticket);
      expect(text).toMatch(/^CL1\.[\w-]+\.[\w-]{86}$/);
      expect(text.length).toBeLessThan(400);
      expect(isTicketText(text)).toBe(true);
      expect(readTicket(text)).toEqual(ticket);
    }
  });

  it("is checked offline with the public key alone, by node and by a browser", async () => {
    const { signed, signature } = parts(signTicket(party));
    const jwk = { kty: "OKP", crv: "Ed25519", x: ticketPublicKey() };
    const inNode = createPublicKey({ key: jwk, format: "jwk" });
    expect(verify(null, signed, inNode, signature)).toBe(true);

    const raw = Buffer.from(ticketPublicKey(), "base64url");
    expect(raw).toHaveLength(32);
    const { subtle } = webcrypto;
    const inBrowser = await subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
    expect(await subtle.verify("Ed25519", inBrowser, signature, signed)).toBe(true);
    const other = Buffer.from(signed);
    other[10] = (other[10] ?? 0) ^ 1;
    expect(await subtle.verify("Ed25519", inBrowser, signature, other)).toBe(false);
  });

  it("does not survive the change of any character", () => {
    const text = signTicket(party);
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
      expect([at, readTicket(changed)]).toEqual([at, null]);
    }
  });

  it("is nothing when it is cut, lengthened or another text", () => {
    const text = signTicket(party);
    const odd = ["", "CL1", "CL1..", "CL1.e30", "K7FQ-3QMZ", "https://example.com", text.slice(4)];
    const changed = [text.slice(0, -1), `${text}A`, `${text}.A`, ` ${text}`, text.repeat(9)];
    for (const one of [...odd, ...changed]) expect([one, readTicket(one)]).toEqual([one, null]);
  });

  it("is no use to somebody with a key of their own, nor from another ticket", async () => {
    const { subtle } = webcrypto;
    const own = (await subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
    const pkcs8 = Buffer.from(await subtle.exportKey("pkcs8", own.privateKey));
    const { signed } = parts(signTicket({ ...party, pax: 30 }));
    const theirs = sign(null, signed, { key: pkcs8, format: "der", type: "pkcs8" });
    expect(readTicket(`${signed}.${theirs.toString("base64url")}`)).toBeNull();
    const { signature } = parts(signTicket(party));
    expect(readTicket(`${signed}.${signature.toString("base64url")}`)).toBeNull();
  });
});
