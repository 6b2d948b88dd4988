import type { Refused } from "./answer";

/** A text that no field has room for: 1,000 characters, 2,000 bytes. */
export const LONG = "ă".repeat(1_000);

/** What may stand where a path names an id; none of it names anything. */
export const ODD_IDS: readonly string[] = [
  "%00",
  "a%00b",
  "%E0%A4%A",
  "'; DROP TABLE cart; --",
  "..%2f..%2fetc%2fpasswd",
  "🧋",
  encodeURIComponent(LONG),
  "-1",
  "1e309",
  "null",
  "[object Object]",
];

/** Values of a field of a form that wants words; a field may allow some of them. */
export const ODD_VALUES: readonly unknown[] = [
  "",
  "\0",
  LONG,
  null,
  7,
  -1,
  1e300,
  [],
  {},
  true,
  { $gt: 1 },
];

/** Queries that any list may be asked with. */
export const ODD_QUERIES: readonly string[] = [
  "limit=-1",
  "limit=1e9",
  "offset=-5",
  "offset=99999999999999999999",
  "page=0",
  "page=999999999999",
  "page=x",
  "page=1.5",
  "page=1&page=2",
  "page[$gt]=1",
  "page_size=-1",
  "q=%00",
  "q[]=a&q[]=b",
  `q=${encodeURIComponent(LONG)}`,
  "fields=%00",
  "fields=*,producer.*,nothing.at.all",
  `fields=${"a".repeat(1_000)}`,
  "order=nothing",
  "order=-created_at%27",
  "lang=xx",
  "lang[]=vi",
  "id=1&id=2",
  "id[$gt]=x",
  "created_at[$gt]=x",
  "region_id=reg_none",
  "currency_code=zzz",
  "token=%00",
  "token=x&token=y",
  "province=zz",
  "stars=9",
  "status=gold",
  "state=gold",
  "progress=lost",
  `producer_id=${"p".repeat(1_000)}`,
  "price_min=-1",
  "shipping=:,::,a:b:c",
  "locale=%00",
  "$and=1",
  "category_id[$in]=1",
];

/** Bodies that fit no form, or only one that is not asked for. */
export const ODD_BODIES: readonly unknown[] = [
  {},
  [],
  null,
  "text",
  { email: 1, password: [] },
  { email: "a\0@b.vn", password: "\0" },
  { email: LONG, password: LONG },
  { region_id: 7 },
  { region_id: "reg_none" },
  { region_id: LONG, items: "none" },
  { items: [{ variant_id: "variant_none", quantity: 1 }] },
  { variant_id: "variant_none", quantity: 1 },
  { variant_id: LONG, quantity: 1 },
  { variant_id: ["a"], quantity: 1 },
  { quantity: 0.5 },
  { quantity: 3e9 },
  { quantity: -1 },
  { quantity: "1" },
  { metadata: { a: "b" } },
  { first_name: LONG, last_name: 7, phone: {} },
  { address_1: LONG, country_code: "xx", first_name: "" },
  { country_code: 7 },
  { shipping_address: "none", sales_channel_id: "sc_none" },
  { locale: LONG },
  { token: "none", code: 7, provider: "none" },
  { reason: LONG, status: LONG },
  { reason: { $ne: "" }, status: ["active"] },
  { tracking_number: LONG, carrier: LONG },
  { variants: [] },
  { variants: [{ id: "variant_none", price_vnd: 1e300, stock: 1e300 }] },
  { variants: Array.from({ length: 1_000 }, () => ({ id: "variant_none" })) },
  // Too large for any form.
  { variants: Array.from({ length: 1_000 }, () => ({ id: LONG })) },
];

type Sender = {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
};
type Answer = { status: number; data: unknown };
type Asked = { method: string; path: string; body?: unknown };

/**
 * Asks a route, once more when the connection ended without an answer: it may have been an idle one
 * that the server was closing. Without an answer again it counts as status 0.
 */
async function ask(sender: Sender, asked: Asked): Promise<Answer> {
  return once(sender, asked).catch(() =>
    once(sender, asked).catch((error: Error) => ({ status: 0, data: error.message })),
  );
}

function once(sender: Sender, { method, path, body }: Asked): Promise<Answer> {
  if (method === "POST") return sender.post(path, body);
  return method === "DELETE" ? sender.delete(path) : sender.get(path);
}

/** Asks a route and tells of it when it broke (a 5xx, or no answer), else says nothing. */
export async function feed(sender: Sender, asked: Asked): Promise<string[]> {
  const answer = await ask(sender, asked);
  return answer.status !== 0 && answer.status < 500 ? [] : [told(asked, answer)];
}

/** As `feed`, and a refusal must name at least one field, unless the body is too large to read. */
export async function feedAndName(sender: Sender, asked: Asked): Promise<string[]> {
  const answer = await ask(sender, asked);
  const isNamed = answer.status === 400 && ((answer.data as Refused).fields?.length ?? 0) > 0;
  const isKnown = answer.status >= 200 && answer.status < 300;
  return isNamed || isKnown || answer.status === 413 ? [] : [told(asked, answer)];
}

function told({ method, path, body }: Asked, answer: Answer): string {
  const shown = JSON.stringify(body)?.slice(0, 80) ?? "";
  const answered = JSON.stringify(answer.data)?.slice(0, 160) ?? "";
  return `${answer.status} ${method} ${path.slice(0, 120)} ${shown} ${answered}`;
}
