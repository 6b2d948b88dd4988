import type { Language } from "@cho-lang/shared/language";
import { phrases } from "~/language/phrases";
import { BackendError, backend } from "~/lib/backend.server";
import { findCustomer } from "./session.server";

const LOGIN = "/auth/customer/emailpass";

type Credentials = { email: string; password: string };
type TokenAnswer = { token?: string };

/**
 * Signs in.
 *
 * @throws BackendError 401 when e-mail or password is wrong, 429 after many failures.
 */
export async function signIn(credentials: Credentials): Promise<string> {
  const token = await tokenFrom(LOGIN, credentials);
  if (await findCustomer(token)) return token;
  // A registration that broke off between its two steps: the login exists, the customer does not.
  await makeCustomer(token, { email: credentials.email });
  return tokenFrom(LOGIN, credentials);
}

/**
 * Makes an account and signs in.
 *
 * @throws BackendError 401 when the e-mail address has an account with another password.
 */
export async function register(person: Credentials & { full_name: string }): Promise<string> {
  const { full_name, ...credentials } = person;
  let token: string;
  try {
    token = await tokenFrom(`${LOGIN}/register`, credentials);
  } catch (error) {
    if (error instanceof BackendError && error.status === 401) return signIn(credentials);
    throw error;
  }
  await makeCustomer(token, { email: person.email, last_name: full_name });
  return tokenFrom(LOGIN, credentials);
}

async function tokenFrom(path: string, credentials: Credentials): Promise<string> {
  const { token } = await backend<TokenAnswer>(path, { method: "POST", body: credentials });
  if (!token) throw new Error(`${path} answered without a token.`);
  return token;
}

function makeCustomer(token: string, customer: { email: string; last_name?: string }) {
  return backend("/store/customers", { method: "POST", body: customer, token });
}

/** Asks for a mailed link for a new password; the answer never tells whether there is an account. */
export async function askForReset(email: string, language: Language): Promise<void> {
  await backend(`${LOGIN}/reset-password`, {
    method: "POST",
    body: { identifier: email },
    query: { lang: language },
  });
}

/**
 * Sets the new password that a mailed link allows.
 *
 * @throws BackendError 401 when the link is no longer good.
 */
export async function resetPassword(linkToken: string, password: string): Promise<void> {
  await backend(`${LOGIN}/update`, { method: "POST", body: { password }, token: linkToken });
}

/** What to tell the visitor about a refusal, or about a backend that does not answer. */
export function refusalWords(
  error: unknown,
  language: Language,
  unauthorized: "wrong" | "taken",
): string {
  const { refusals } = phrases(language).account;
  if (!(error instanceof BackendError)) throw error;
  if (error.status >= 500) console.error(error.message);
  if (error.status === 429) {
    return refusals.throttled(Math.ceil((error.retryAfterSeconds ?? 60) / 60));
  }
  return error.status === 401 ? refusals[unauthorized] : refusals.refused;
}
