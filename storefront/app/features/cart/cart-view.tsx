import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import { useLocation } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { CheckoutBox } from "../checkout/checkout-box";
import type { CartActionData } from "./cart-action.server";
import type { CartPageData } from "./cart-page.server";
import { ProducerGroup } from "./producer-group";
import { cartSums, hasGoods, troubledLines } from "./totals";

export type CartViewProps = { page: CartPageData; answer: CartActionData | undefined };

/**
 * Cart and checkout are one form, so that whatever is pressed, nothing typed is lost. Its first
 * button is what Enter presses: it places the order unless a quantity was changed.
 */
export function CartView({ page, answer }: CartViewProps) {
  const { cart, checkout } = usePhrases();
  const href = useHref();
  const { view } = page;
  if (!view) return <EmptyCart />;
  const shipping = answer?.shipping ?? page.shipping;
  const sums = cartSums(view, shipping);
  const sendsGoods = hasGoods(view);
  return (
    <div className="wrap pt-8">
      <h1 className="t-page">{cart.title}</h1>
      <CartNotices view={view} hasRefusedLines={answer?.refusal?.kind === "lines"} />
      <form
        method="post"
        action={href("/cart")}
        noValidate
        className="cart-grid"
        id="cart-form"
        data-cart
        data-placing={sendsGoods ? checkout.placing : checkout.placingVisit}
        data-sends={sendsGoods ? "goods" : "nothing"}
        data-draft={href("/checkout")}
      >
        <button
          type="submit"
          className="sr"
          name="intent"
          value="enter"
          tabIndex={-1}
          aria-hidden="true"
        >
          {cart.update}
        </button>
        <div className="cart-groups" id="groups">
          <input type="hidden" name="seen_goods_vnd" value={view.goods_vnd} />
          {view.groups.map((group) => (
            <ProducerGroup
              key={group.producer.id}
              group={group}
              shipping={shipping}
              lineFaults={answer?.lineFaults ?? {}}
              typed={answer?.typed ?? {}}
              now={page.now}
            />
          ))}
          {sendsGoods ? (
            <Button look="outline" name="intent" value="update" className="without-script mb-6">
              {cart.update}
            </Button>
          ) : null}
        </div>
        <p className="sr" role="status" data-hold-news />
        <CheckoutBox
          view={view}
          sums={sums}
          values={answer?.values ?? page.values}
          faults={answer?.faults ?? {}}
          refusal={answer?.refusal ?? null}
          provinces={page.provinces}
          communes={answer?.communes ?? page.communes}
          account={page.account}
          sendsGoods={sendsGoods}
        />
      </form>
    </div>
  );
}

/** What an address may ask the page to say. */
const NOTICES = ["updated", "removed", "review", "held", "extended"] as const;

type NoticesProps = { view: CheckoutView; hasRefusedLines: boolean };

/** What the last press did, and what stands in the way of ordering. */
function CartNotices({ view, hasRefusedLines }: NoticesProps) {
  const { cart } = usePhrases();
  const asked = new URLSearchParams(useLocation().search).get("notice");
  const notice = NOTICES.find((each) => each === asked);
  const isTroubled = hasRefusedLines || troubledLines(view).length > 0;
  return (
    <div className="mt-4 grid gap-3 empty:hidden" id="notice" tabIndex={-1}>
      {notice ? (
        <Notice role="status" icon="check" tone={notice === "review" ? "attention" : "calm"}>
          {cart.notices[notice]}
        </Notice>
      ) : null}
      {isTroubled ? (
        <Notice role="alert" icon="warn">
          <p>{cart.notices.troubled}</p>
          <Button
            look="outline"
            name="intent"
            value="drop-troubled"
            form="cart-form"
            className="mt-2"
          >
            {cart.dropTroubled}
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}

function EmptyCart() {
  const { cart } = usePhrases();
  const href = useHref();
  const isGone = new URLSearchParams(useLocation().search).get("notice") === "gone";
  return (
    <div className="wrap pt-8">
      {isGone ? (
        <Notice role="status" className="mb-4">
          {cart.notices.gone}
        </Notice>
      ) : null}
      <EmptyState title={cart.emptyTitle} level={1}>
        <p>{cart.emptyText}</p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={href("/products")}>{cart.seeProducts}</ButtonLink>
          <ButtonLink look="outline" href={href("/tours")}>
            {cart.seeTours}
          </ButtonLink>
          <ButtonLink look="outline" href={href("/account")}>
            {cart.seeAccount}
          </ButtonLink>
        </p>
      </EmptyState>
    </div>
  );
}
