/** Longest address that mail servers accept, in characters (RFC 5321). */
export const EMAIL_MAX = 254;

const LOCAL_MAX = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/**
 * Whether a text can be an e-mail address that a buyer here would have: name, @, and a domain with
 * a dot, in ASCII, without quotes or comments. Whether mail arrives is shown by sending only.
 */
export function isEmail(text: string): boolean {
  if (text.length > EMAIL_MAX) return false;
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  return local.length <= LOCAL_MAX && LOCAL.test(local) && DOMAIN.test(text.slice(at + 1));
}
