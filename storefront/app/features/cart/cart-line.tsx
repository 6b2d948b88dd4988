import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { QUANTITY_MAX } from "./cart-form";
import { LineTitle, RemoveLine } from "./line-parts";
import type { CartLine as CartLineFacts } from "./totals";

export type CartLineProps = {
  line: CartLineFacts;
  /** Why the last change was not taken. */
  fault?: string | undefined;
  /** The text that could not be read, shown again. */
  typed?: string | undefined;
};

/** One kind of goods in the cart: what it is, how many, what they cost, and a cure when it can't be bought. */
export function CartLine({ line, fault, typed }: CartLineProps) {
  const { cart } = usePhrases();
  const href = useHref();
  const { product } = line;
  return (
    <li className="cart-line" id={`line-${line.id}`} tabIndex={-1}>
      <Picture picture={line.picture} className="cart-picture" isDecoration />
      <div className="cart-name">
        <LineTitle
          title={product.title}
          page={product.handle ? href(`/products/${product.handle}`) : null}
        />
        <p className="text-13 quiet">
          {[line.unit, cart.perUnit(line.price_vnd)].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="cart-stepper">
        <Quantity line={line} fault={fault} typed={typed} />
      </div>
      <p className="cart-price">
        <Price amount={line.total_vnd} />
      </p>
      <RemoveLine line={line}>{cart.remove}</RemoveLine>
      {fault ? (
        <p className="cart-trouble fault" id={`fault-${line.id}`} role="alert">
          {fault}
        </p>
      ) : null}
      {line.problem ? (
        <Notice className="cart-trouble" icon="warn">
          <p>{cart.problems[line.problem](line)}</p>
          {line.problem === "quantity_above_stock" && line.stock ? (
            <Button look="outline" name="intent" value={`fit:${line.id}`} className="mt-2">
              {cart.takeWhatIsLeft(line.stock)}
            </Button>
          ) : null}
        </Notice>
      ) : null}
    </li>
  );
}

/** − and + are buttons of the form, so that they work without script. */
function Quantity({ line, fault, typed }: CartLineProps) {
  const { cart } = usePhrases();
  const { title } = line.product;
  const isLast = line.quantity >= Math.min(line.stock ?? QUANTITY_MAX, QUANTITY_MAX);
  return (
    <span className="stepper">
      <button
        type="submit"
        name="intent"
        value={`less:${line.id}`}
        id={`less-${line.id}`}
        aria-label={cart.lessOf(title)}
        disabled={line.quantity <= 1}
      >
        −
      </button>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        name={`quantity.${line.id}`}
        id={`quantity-${line.id}`}
        aria-label={cart.quantityOf(title)}
        defaultValue={typed ?? line.quantity}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `fault-${line.id}` : undefined}
        {...takesFocus(Boolean(fault))}
        data-stock={line.stock ?? QUANTITY_MAX}
      />
      <button
        type="submit"
        name="intent"
        value={`more:${line.id}`}
        id={`more-${line.id}`}
        aria-label={cart.moreOf(title)}
        disabled={isLast}
      >
        +
      </button>
    </span>
  );
}
