import type { Commune } from "@cho-lang/shared/address";
import { communesOf } from "@cho-lang/shared/communes";
import type { CheckoutView, LineProblem } from "@cho-lang/shared/contracts/checkout";
import type { Language } from "@cho-lang/shared/language";
import { data, redirect } from "@remix-run/node";
import { hrefIn, phrases } from "~/language/phrases";
import type { BackendError } from "~/lib/backend.server";
import { readToken } from "../account/session.server";
import { type CheckoutFaults, type CheckoutValues, readValues } from "../checkout/checkout-values";
import { keepDraft, readDraft } from "../checkout/draft.server";
import { placePurchase } from "../checkout/place-purchase.server";
import { proposeCommune } from "../checkout/propose-commune.server";
import { changeLines, extendHold, loadCheckoutView } from "./cart.server";
import { forgetCart, readCartId } from "./cart-cookie.server";
import { type CartForm, cartChanges, readCartForm } from "./cart-form";
import { hasGoods, troubledLines } from "./totals";

/** The refusals of a line that have a sentence of their own. */
const lineProblems = [
  "producer_closed",
  "out_of_stock",
  "quantity_above_stock",
  "not_for_sale",
  "tour_not_bookable",
  "departure_full",
  "departure_closed",
] as const satisfies readonly LineProblem[];

/** What the page needs to show the form again as it was sent. */
export type CartActionData = {
  values: CheckoutValues;
  shipping: CartForm["shipping"];
  communes: readonly Commune[];
  /** A sentence for each line whose quantity was not taken. */
  lineFaults: Record<string, string>;
  /** Typed quantities that are shown again. */
  typed: Record<string, string>;
  faults: CheckoutFaults;
  /** Why the purchase was not placed, for the whole form. */
  refusal:
    | { kind: "busy" | "no_answer" | "refused" | "lines" }
    | { kind: "total_changed"; seen_vnd: number }
    | null;
};

const NOTICES = { update: "updated", fit: "updated", remove: "removed" } as const;

/** Everything that the cart's one form can ask for, except adding. */
export async function answerCartForm(request: Request, form: FormData, language: Language) {
  const to = (path: string) => hrefIn(language, path);
  const headers = new Headers();
  const posted = readCartForm(form);
  const values = readValues(form, (await readDraft(request))?.values);
  await keepDraft(headers, { values, shipping: posted.shipping });
  const { deed } = posted.intent;
  const [cartId, token] = await Promise.all([readCartId(request), readToken(request)]);
  const view = cartId ? await loadCheckoutView(cartId, { language, token }) : null;
  if (!cartId || !view) {
    await forgetCart(headers);
    return redirect(to("/cart?notice=gone"), { status: 303, headers });
  }
  if (view.purchase) return redirect(to("/cart"), { status: 303, headers });
  const { changes, unreadable } = cartChanges(
    posted,
    view.groups.flatMap((group) => group.lines),
  );
  const refused = await changeLines(cartId, changes);
  const again = (part: Partial<CartActionData>, status: number) =>
    data<CartActionData>(
      {
        values,
        shipping: posted.shipping,
        communes: communesOf(values.province_code),
        lineFaults: {},
        typed: {},
        faults: {},
        refusal: null,
        ...part,
      },
      { status, headers },
    );
  if (unreadable.length > 0 || Object.keys(refused).length > 0) {
    return again(describeLines({ form, view, unreadable, refused, language }), 400);
  }
  if (posted.intent.deed === "extend") {
    const fault = await extendLine({ view, line: posted.intent.line, cartId, language });
    if (fault) return again({ lineFaults: { [posted.intent.line]: fault } }, 400);
  }
  const placing = deed === "checkout" || (deed === "enter" && changes.length === 0);
  if (!placing) return redirect(to(pageAfter(posted, changes.length)), { status: 303, headers });
  if (changes.length > 0) {
    return redirect(to("/cart?notice=review#notice"), { status: 303, headers });
  }
  if (troubledLines(view).length > 0) return again({ refusal: { kind: "lines" } }, 409);
  const needsAddress = hasGoods(view);
  const result = await placePurchase({ form, posted, cartId, token, language, needsAddress });
  if (!result.ok) {
    const proposed = proposeCommune({ values, faults: result.faults, language });
    return again({ ...result, ...proposed }, result.status);
  }
  await forgetCart(result.headers);
  const { purchase_id, token: signature } = result.done;
  return redirect(to(`/purchase/${purchase_id}?token=${encodeURIComponent(signature)}`), {
    status: 303,
    headers: result.headers,
  });
}

/** Where a visitor without script lands: beside what was pressed. */
function pageAfter({ intent }: CartForm, changed: number): string {
  if (intent.deed === "login") return "/account/login?to=/cart";
  if (intent.deed === "province") return "/cart#commune";
  if (intent.deed === "more" || intent.deed === "less") return `/cart#line-${intent.line}`;
  if (intent.deed === "extend") return "/cart?notice=extended#notice";
  if (intent.deed === "enter") return "/cart?notice=review#notice";
  if (intent.deed === "drop-troubled") return "/cart?notice=removed#notice";
  const notice = NOTICES[intent.deed as keyof typeof NOTICES];
  return changed > 0 && notice ? `/cart?notice=${notice}#notice` : "/cart";
}

/** Keeps the seats of one line for longer; a sentence when that was refused. */
async function extendLine(facts: {
  view: CheckoutView;
  line: string;
  cartId: string;
  language: Language;
}): Promise<string | null> {
  const { view, cartId, language } = facts;
  const lines = view.groups.flatMap((group) => group.lines);
  const line = lines.find(({ id }) => id === facts.line);
  // A line that another tab has taken away has nothing to keep; the page shows what is left.
  if (!line?.visit) return null;
  const code = await extendHold({ cartId, uuid: line.visit.uuid, language });
  if (!code) return null;
  const { hold, problems } = phrases(language).cart;
  if (code === "departure_full" || code === "departure_closed") return problems[code]();
  return code === "extension_used" ? hold.refusals.extension_used : hold.refusals.refused;
}

/** A sentence for each line that was not changed, with the number that is left where that is why. */
function describeLines(facts: {
  form: FormData;
  view: CheckoutView;
  unreadable: string[];
  refused: Record<string, BackendError>;
  language: Language;
}): Pick<CartActionData, "lineFaults" | "typed"> {
  const { cart } = phrases(facts.language);
  const lineFaults: Record<string, string> = {};
  const typed: Record<string, string> = {};
  for (const line of facts.unreadable) {
    lineFaults[line] = cart.unreadableQuantity;
    typed[line] = String(facts.form.get(`quantity.${line}`) ?? "").slice(0, 10);
  }
  const lines = facts.view.groups.flatMap((group) => group.lines);
  for (const [id, { code }] of Object.entries(facts.refused)) {
    const line = lines.find((each) => each.id === id);
    const problem = lineProblems.find((each) => each === code);
    lineFaults[id] = line && problem ? cart.problems[problem](line) : cart.lineRefused;
  }
  return { lineFaults, typed };
}
