import type { Language } from "@cho-lang/shared/language";
import { redirect } from "@remix-run/node";
import { hrefIn } from "~/language/phrases";
import { BackendError, backend } from "~/lib/backend.server";
import { privateCookie } from "~/lib/cookies.server";

/** Days a customer stays signed in: as long as the backend's token is good. */
const SESSION_DAYS = 1;

const cookie = () => privateCookie("session", { days: SESSION_DAYS });

/** The signed-in customer's token; undefined for a guest. Whether it is still good, the backend says. */
export async function readToken(request: Request): Promise<string | undefined> {
  const value: unknown = await cookie().parse(request.headers.get("cookie"));
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Signs the browser in. */
export async function keepToken(headers: Headers, token: string) {
  headers.append("set-cookie", await cookie().serialize(token));
}

/** Signs the browser out. */
export async function forgetToken(headers: Headers) {
  headers.append("set-cookie", await cookie().serialize("", { maxAge: 0 }));
}

export type Customer = { full_name: string; email: string; phone: string };

type CustomerAnswer = {
  customer: {
    email: string;
    first_name: string | null;
    last_name: string | null;
    phone: string | null;
  };
};

/** The account that a token belongs to, or null when the token is no longer good. */
export async function findCustomer(token: string): Promise<Customer | null> {
  try {
    const { customer } = await backend<CustomerAnswer>("/store/customers/me", {
      query: { fields: "id,email,first_name,last_name,phone" },
      token,
    });
    const names = [customer.last_name, customer.first_name];
    return {
      full_name: names.filter(Boolean).join(" "),
      email: customer.email,
      phone: customer.phone ?? "",
    };
  } catch (error) {
    if (error instanceof BackendError && error.status === 401) return null;
    throw error;
  }
}

/**
 * The signed-in customer; a guest is sent to sign in first.
 *
 * @throws Response a redirect
 */
export async function requireCustomer(
  request: Request,
  language: Language,
): Promise<{ token: string; customer: Customer }> {
  const token = await readToken(request);
  if (!token) throw redirect(hrefIn(language, "/account/login"));
  const customer = await findCustomer(token);
  if (customer) return { token, customer };
  const headers = new Headers();
  await forgetToken(headers);
  throw redirect(hrefIn(language, "/account/login?notice=ended"), { headers });
}
