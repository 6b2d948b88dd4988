import type { CatalogDetail, ProductVariant } from "@cho-lang/shared/contracts/product";
import { formatVnd } from "@cho-lang/shared/money";
import { useLocation, useSearchParams } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { RadioCard } from "~/ui/choice";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Price } from "~/ui/price";
import { Stepper } from "~/ui/stepper";

/** Most of one thing in one step into the cart. */
const QUANTITY_LIMIT = 999;
/** From here on the stock is said aloud as little. */
const FEW = 5;

/** Price, packs, quantity and the deed; or why it can't be bought now. */
export function BuyBox({ detail }: { detail: CatalogDetail }) {
  const { product } = usePhrases();
  const { variants, producer, province } = detail;
  const isSoldOut = variants.every(({ stock }) => stock === 0);
  return (
    <div className="grid gap-4">
      <LeadPrice variants={variants} />
      <Answer />
      {!producer.is_open ? (
        <Notice icon="clock">
          <p className="font-semibold">{product.closed}</p>
          <p>{product.closedText}</p>
        </Notice>
      ) : isSoldOut ? (
        <Notice icon="box">
          <p className="font-semibold">{product.soldOut}</p>
          <p>{product.soldOutText}</p>
        </Notice>
      ) : (
        <BuyForm detail={detail} />
      )}
      <ul className="terms">
        {producer.is_open && !isSoldOut && variants.length === 1 && variants[0] ? (
          <li>
            <Icon name="box" size={20} />
            <StockWords variant={variants[0]} />
          </li>
        ) : null}
        <li>
          <Icon name="truck" size={20} />
          {product.sentFrom(province.name)}
        </li>
        <li>
          <Icon name="return" size={20} />
          {product.returns}
        </li>
      </ul>
    </div>
  );
}

/** The price, or the lowest of several packs. */
export function LeadPrice({ variants }: { variants: readonly ProductVariant[] }) {
  const { product } = usePhrases();
  const cheapest = cheapestOf(variants);
  if (!cheapest) return null;
  return (
    <p className="lead-price">
      {variants.length > 1 ? <span>{product.from}</span> : null}
      <Price amount={cheapest.price_vnd} className="lead-amount" />
      <span className="quiet small">
        {[
          variants.length === 1 ? cheapest.unit : "",
          cheapest.unit_price ? product.unitPrice(cheapest.unit_price) : "",
          product.taxIncluded,
        ]
          .filter(Boolean)
          .join(", ")}
      </span>
    </p>
  );
}

/** What became of the form that was just sent: the cart leads back here with its answer. */
function Answer() {
  const { product } = usePhrases();
  const href = useHref();
  const [search] = useSearchParams();
  const refused = search.get("refused");
  if (!search.has("added") && !refused) return null;
  return (
    <div id="added" tabIndex={-1}>
      {refused ? (
        <Notice role="alert" icon="warn">
          {product.refused[refused] ?? product.refusedOther}
        </Notice>
      ) : (
        <Notice role="status" icon="check" tone="calm">
          <p className="font-semibold">{product.added}</p>
          <a className="link tap" href={href("/cart")}>
            {product.toCart}
          </a>
        </Notice>
      )}
    </div>
  );
}

function BuyForm({ detail: { title, variants } }: { detail: CatalogDetail }) {
  const { product, common } = usePhrases();
  const href = useHref();
  const { pathname } = useLocation();
  const chosen = cheapestOf(variants.filter(({ stock }) => stock !== 0));
  const most = Math.max(...variants.map(({ stock }) => stock ?? QUANTITY_LIMIT));
  return (
    <form method="post" action={href("/cart")} id="buy" data-buy>
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="return_to" value={pathname} />
      {variants.length === 1 ? (
        <input type="hidden" name="variant_id" value={chosen?.id} />
      ) : (
        <fieldset className="mb-4">
          <legend className="legend mb-2">{product.pack}</legend>
          <div className="packs">
            {variants.map((variant) => (
              <Pack key={variant.id} variant={variant} isChosen={variant === chosen} />
            ))}
          </div>
        </fieldset>
      )}
      <div className="flex gap-3">
        <Stepper
          name="quantity"
          label={product.quantity(title)}
          lessLabel={common.less}
          moreLabel={common.more}
          defaultValue={1}
          max={Math.min(QUANTITY_LIMIT, most)}
          required
        />
        <Button className="flex-1 px-3">{product.add}</Button>
      </div>
    </form>
  );
}

function Pack({ variant, isChosen }: { variant: ProductVariant; isChosen: boolean }) {
  const { product } = usePhrases();
  const language = useLanguage();
  const { unit_price } = variant;
  return (
    <RadioCard
      name="variant_id"
      value={variant.id}
      required
      defaultChecked={isChosen}
      disabled={variant.stock === 0}
      label={variant.unit || variant.title}
      note={
        <>
          {formatVnd(variant.price_vnd, language)}
          {unit_price ? ` · ${product.unitPrice(unit_price)}` : ""}
          <br />
          <StockWords variant={variant} />
        </>
      }
    />
  );
}

/** What is left, bold when it is little; nothing for what is not counted. */
function StockWords({ variant: { stock, unit } }: { variant: ProductVariant }) {
  const { product } = usePhrases();
  if (stock === null) return null;
  if (stock === 0) return product.soldOut;
  if (stock > FEW) return product.stock({ stock, unit });
  return <strong className="font-semibold text-lua-chu">{product.fewLeft({ stock, unit })}</strong>;
}

function cheapestOf(variants: readonly ProductVariant[]): ProductVariant | undefined {
  return variants.reduce<ProductVariant | undefined>(
    (best, each) => (best && best.price_vnd <= each.price_vnd ? best : each),
    undefined,
  );
}
