import type { ProducerProductRow } from "@cho-lang/shared/contracts/producer";
import { Form } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Price } from "~/ui/price";
import { type PortalAnswer, usePending } from "./answer";
import { stop } from "./deed-form";
import { fieldNames, type ProductFault, parseWhole } from "./product-form";

type Variant = ProducerProductRow["variants"][number];

/** How many lie on the shelf and how many of them are promised, in words. */
export function StockWords({ stock, reserved }: Pick<Variant, "stock" | "reserved">) {
  const { portal } = usePhrases();
  if (stock === null) return portal.noStockKept;
  return stock === 0 ? portal.soldOut : portal.inStock({ stock, reserved });
}

export type ProductFormProps = { product: ProducerProductRow; answer: PortalAnswer | null };

/** Price and stock of every variant; while it is being saved, what is shown is what was typed. */
export function ProductForm({ product, answer }: ProductFormProps) {
  const { portal } = usePhrases();
  const href = useHref();
  const action = href(`/producer/products/${product.id}`);
  const pending = usePending(action, { intent: "edit" });
  const firstFault = Object.keys(answer?.faults ?? {})[0];
  return (
    <Form method="post" action={action} noValidate className="mt-4">
      <input type="hidden" name="intent" value="edit" />
      <ul className="rows rule">
        {product.variants.map((variant) => (
          <li key={variant.id}>
            {product.variants.length > 1 ? (
              <h2 className="mb-2 font-semibold">{variant.title}</h2>
            ) : null}
            <ShownNow variant={asTyped(variant, pending)} isPending={pending !== null} />
            <VariantFields variant={variant} answer={answer} firstFault={firstFault} />
          </li>
        ))}
      </ul>
      <Button
        className="mt-4"
        aria-disabled={pending !== null || undefined}
        onClick={pending ? stop : undefined}
      >
        {pending ? portal.saving : portal.save}
      </Button>
    </Form>
  );
}

/** What buyers see now, or will within seconds when the form that is under way is accepted. */
function ShownNow({ variant, isPending }: { variant: Variant; isPending: boolean }) {
  const { portal } = usePhrases();
  return (
    <p className="mb-3" aria-busy={isPending}>
      <span className="small quiet block">{isPending ? portal.saving : portal.shownNow}</span>
      <Price amount={variant.price_vnd} />{" "}
      <span className="small quiet">
        {variant.unit} · <StockWords {...variant} />
      </span>
    </p>
  );
}

function asTyped(variant: Variant, form: FormData | null): Variant {
  if (!form) return variant;
  const names = fieldNames(variant.id);
  const typed = (name: string) => parseWhole(String(form.get(name) ?? ""));
  return {
    ...variant,
    price_vnd: typed(names.price) ?? variant.price_vnd,
    stock: variant.stock === null ? null : (typed(names.stock) ?? variant.stock),
  };
}

function VariantFields(facts: {
  variant: Variant;
  answer: PortalAnswer | null;
  firstFault: string | undefined;
}) {
  const { variant, answer, firstFault } = facts;
  const { portal } = usePhrases();
  const names = fieldNames(variant.id);
  const wiring = (name: string, value: number) => {
    const fault = answer?.faults[name] as ProductFault | undefined;
    return {
      id: name,
      name,
      error: fault ? portal.productFaults[fault] : undefined,
      defaultValue: answer?.values[name] ?? String(value),
      inputMode: "numeric" as const,
      autoComplete: "off",
      maxLength: 20,
      ...takesFocus(name === firstFault),
    };
  };
  return (
    <div className="grid max-w-xl gap-4 sm:grid-cols-2">
      <TextField
        label={portal.price}
        hint={portal.priceHint(variant.unit)}
        {...wiring(names.price, variant.price_vnd)}
      />
      <input type="hidden" name={names.priceSeen} value={variant.price_vnd} />
      {variant.stock === null ? null : (
        <>
          <TextField
            label={portal.stock}
            hint={portal.stockHint(variant.reserved)}
            {...wiring(names.stock, variant.stock)}
          />
          <input type="hidden" name={names.stockSeen} value={variant.stock} />
        </>
      )}
    </div>
  );
}
