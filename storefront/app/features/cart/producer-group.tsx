import { useHref, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { Price } from "~/ui/price";
import { shippingValue } from "./cart-form";
import { CartLine } from "./cart-line";
import {
  type CartGroup,
  chosenOption,
  isVisit,
  type ShippingChoice,
  type ShippingOption,
} from "./totals";
import { VisitLine } from "./visit-line";

export type ProducerGroupProps = {
  group: CartGroup;
  shipping: ShippingChoice;
  lineFaults: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
  /** The server's clock (ISO 8601). */
  now: string;
};

/** What comes from one producer: its goods, how its parcel travels, and visits to it. */
export function ProducerGroup({ group, shipping, lineFaults, typed, now }: ProducerGroupProps) {
  const { cart } = usePhrases();
  const href = useHref();
  const { producer } = group;
  return (
    <section className="rule" aria-labelledby={`from-${producer.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-2">
        <h2 className="font-semibold" id={`from-${producer.id}`}>
          {producer.handle ? (
            <a className="tap hover:underline" href={href(`/producers/${producer.handle}`)}>
              {producer.name}
            </a>
          ) : (
            cart.notSold
          )}
        </h2>
        {producer.province ? (
          <p className="small quiet">
            {group.lines.every(isVisit)
              ? cart.welcomesIn(producer.province)
              : cart.sentFrom(producer.province)}
          </p>
        ) : null}
      </div>
      <ul>
        {group.lines.map((line) => {
          const facts = { line, fault: lineFaults[line.id] };
          return isVisit(line) ? (
            <VisitLine key={line.id} {...facts} now={now} />
          ) : (
            <CartLine key={line.id} {...facts} typed={typed[line.id]} />
          );
        })}
      </ul>
      <Delivery group={group} shipping={shipping} />
    </section>
  );
}

function Delivery({ group, shipping }: Pick<ProducerGroupProps, "group" | "shipping">) {
  const { cart } = usePhrases();
  const { producer, shipping_options: options, lines } = group;
  const chosen = chosenOption(group, shipping);
  if (!chosen) {
    const isGoods = producer.id !== "" && !lines.every(isVisit);
    return isGoods ? (
      <Notice className="mb-6" icon="truck">
        {cart.noDelivery}
      </Notice>
    ) : null;
  }
  return (
    <fieldset className="cart-delivery">
      <legend className="sr">{cart.deliveryOf(producer.name)}</legend>
      {options.map((option) => (
        <DeliveryRow
          key={option.id}
          name={`shipping.${producer.id}`}
          option={option}
          isChosen={option.id === chosen.id}
          isOnly={options.length === 1}
        />
      ))}
    </fieldset>
  );
}

function DeliveryRow(facts: {
  name: string;
  option: ShippingOption;
  isChosen: boolean;
  isOnly: boolean;
}) {
  const { name, option, isChosen, isOnly } = facts;
  const words = (
    <>
      <span className="flex-1">
        {option.name}
        {option.note ? <span className="text-13 quiet block">{option.note}</span> : null}
      </span>
      <Price amount={option.price_vnd} className="font-normal" />
    </>
  );
  if (isOnly) {
    return (
      <p className="delivery-row">
        <input type="hidden" name={name} value={shippingValue(option)} />
        {words}
      </p>
    );
  }
  return (
    <label className="delivery-row">
      <input
        type="radio"
        id={`${name}-${option.id}`}
        name={name}
        value={shippingValue(option)}
        defaultChecked={isChosen}
      />
      {words}
    </label>
  );
}
