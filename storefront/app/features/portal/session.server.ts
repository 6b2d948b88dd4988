import type { ProducerMe } from "@cho-lang/shared/contracts/producer";
import type { Language } from "@cho-lang/shared/language";
import { redirect } from "@remix-run/node";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError, type BackendOptions, backend } from "~/lib/backend.server";
import { privateCookie } from "~/lib/cookies.server";
import { loginPath } from "./return-path";

/** How long a deed may take that moves money at a bank or a card's company, in milliseconds. */
export const MONEY_TIMEOUT_MS = 20_000;
/** Days a member stays signed in: as long as the backend's token is good. */
const SESSION_DAYS = 1;
const LOGIN = "/auth/producer/emailpass";

/** Apart from the customer's, so that one person can be both in one browser. */
const cookie = () => privateCookie("producer_session", { days: SESSION_DAYS });

/** The signed-in member's token; whether it is still good, the backend says. */
export async function readToken(request: Request): Promise<string | undefined> {
  const value: unknown = await cookie().parse(request.headers.get("cookie"));
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Signs the browser in. */
export async function keepToken(headers: Headers, token: string): Promise<void> {
  headers.append("set-cookie", await cookie().serialize(token));
}

/** Signs the browser out. */
export async function forgetToken(headers: Headers): Promise<void> {
  headers.append("set-cookie", await cookie().serialize("", { maxAge: 0 }));
}

/**
 * Asks the producers' API as the signed-in member. Whoever is not signed in, or no longer an
 * active member, is sent to sign in and comes back to the same page afterwards.
 *
 * @throws Response a redirect
 * @throws BackendError any other refusal
 */
export async function ask<T>(
  request: Request,
  path: string,
  options: Pick<BackendOptions, "method" | "body" | "timeoutMs"> & {
    query?: Record<string, QueryValue>;
  } = {},
): Promise<T> {
  const language = languageOf(request);
  const token = await readToken(request);
  if (!token) throw await toLogin(request, language, null);
  const { query, ...rest } = options;
  try {
    return await backend<T>(path, {
      ...rest,
      language,
      query: { ...query, lang: language },
      token,
      signal: request.signal,
    });
  } catch (error) {
    if (!(error instanceof BackendError) || error.status !== 401) throw error;
    throw await toLogin(request, language, "ended");
  }
}
type QueryValue = string | number | undefined;

async function toLogin(request: Request, language: Language, notice: "ended" | null) {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers();
  if (notice) await forgetToken(headers);
  const path = loginPath({ notice, returnTo: pathname + search });
  return redirect(hrefIn(language, path), { status: 303, headers });
}

/**
 * Signs in; null when the login is good but opens no shop (suspended, removed, not tied).
 *
 * @throws BackendError 401 when e-mail or password is wrong, 429 after many failures.
 */
export async function signIn(credentials: {
  email: string;
  password: string;
}): Promise<string | null> {
  const { token } = await backend<{ token?: string }>(LOGIN, { method: "POST", body: credentials });
  if (!token) throw new Error(`${LOGIN} answered without a token.`);
  try {
    await backend<ProducerMe>("/producer/me", { token });
  } catch (error) {
    if (error instanceof BackendError && error.status === 401) return null;
    throw error;
  }
  return token;
}

/** Asks for a link for a new password; the answer never tells whether there is an account. */
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
