import { CARDS } from "./cards";
import type { Intent } from "./objects";
import type { Store } from "./store";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

function page(title: string, main: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>SIMULATOR: ${escaped(title)}</title><style>
body{font:1rem/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#111}
strong.sign{display:block;background:#fde68a;padding:.5rem 1rem;margin-bottom:1rem}
button{font:inherit;padding:.6rem 1.2rem;margin-right:.5rem}td,th{text-align:left;padding:.2rem .8rem .2rem 0}
</style></head><body><strong class="sign">SIMULATOR of Stripe: no real money is moved here.</strong>
<main><h1>${escaped(title)}</h1>${main}</main></body></html>`;
}

const vnd = (amount: number) => `${amount.toLocaleString("en-US")} ₫`;

/** What the simulator holds, for a person who looks. */
export function homePage(store: Store): string {
  const cards = CARDS.map(
    ({ number, title }) => `<tr><td><code>${number}</code></td><td>${escaped(title)}</td></tr>`,
  ).join("");
  const intents = [...store.intents.values()]
    .slice(-50)
    .reverse()
    .map(
      ({ id, amount, status, metadata }) =>
        `<tr><td><code>${id}</code></td><td>${vnd(amount)}</td><td>${status}</td><td>${escaped(
          metadata.number ?? "",
        )}</td></tr>`,
    )
    .join("");
  return page(
    "Local Stripe",
    `<h2>Cards to type</h2><table>${cards}</table><p>Any date to come, any three digits.</p>
<h2>Payments</h2><table>${intents || "<tr><td>None yet.</td></tr>"}</table>`,
  );
}

/** The bank's page of 3-D Secure: the buyer confirms or does not. */
export function bankPage(intent: Intent): string {
  return page(
    "Your bank asks: is it you?",
    `<p>Payment of ${vnd(intent.amount)} with a test card.</p>
<form method="post"><button name="outcome" value="complete">Complete</button>
<button name="outcome" value="fail">Fail</button></form>`,
  );
}

/** Where the buyer goes after 3-D Secure, with what Stripe adds to the address. */
export function returnAddress(intent: Intent, return_url: string): string {
  const url = new URL(return_url);
  url.searchParams.set("payment_intent", intent.id);
  url.searchParams.set("payment_intent_client_secret", intent.client_secret);
  url.searchParams.set(
    "redirect_status",
    intent.status === "requires_capture" || intent.status === "succeeded" ? "succeeded" : "failed",
  );
  return url.href;
}
