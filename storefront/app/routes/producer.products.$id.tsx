import type { ProducerProductRow } from "@cho-lang/shared/contracts/producer";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import {
  DoneNotice,
  type PortalAnswer,
  RefusalNotice,
  useFocusOnAnswer,
} from "~/features/portal/answer";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { ProductForm } from "~/features/portal/product-edit";
import { fieldNames, readProductForm } from "~/features/portal/product-form";
import { refusalAnswer, refused, typedValues } from "~/features/portal/refusal.server";
import { always } from "~/features/portal/revalidate";
import { ask } from "~/features/portal/session.server";
import { hrefIn, languageOf, useHref, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { Picture } from "~/ui/picture";

const pathOf = (id: string | undefined) => `/producer/products/${encodeURIComponent(id ?? "")}`;

/** Critical: the product. Another shop's product is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return critical(ask<ProducerProductRow>(request, pathOf(params.id)));
}

/** Saves price and stock. */
export async function action({ request, params }: ActionFunctionArgs) {
  const intent = "edit";
  const path = pathOf(params.id);
  const form = await request.formData();
  const product = await critical(ask<ProducerProductRow>(request, path));
  const names = product.variants.flatMap(({ id }) => [fieldNames(id).price, fieldNames(id).stock]);
  const values = typedValues(
    form,
    names.filter((name) => form.has(name)),
  );
  const read = readProductForm(form, product.variants);
  if (!read.ok) return refused({ intent, values, faults: read.faults });
  if (read.variants.length === 0) return refused({ intent, values, refusal: "nothing_changed" });
  try {
    const body = { variants: read.variants };
    await ask<ProducerProductRow>(request, path, { method: "POST", body });
  } catch (error) {
    return refusalAnswer(error, { intent, values });
  }
  return redirect(`${hrefIn(languageOf(request), path)}?done=saved`, 303);
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.productsTitle);

export default function Product() {
  const { portal } = usePhrases();
  const href = useHref();
  const { actions } = useMe();
  const product = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  const { key } = useLocation();
  const market = product.kind === "tour" ? "/tours" : "/products";
  return (
    <div ref={place}>
      <Link className="link tap small" to={href("/producer/products")}>
        {portal.productsTitle}
      </Link>
      <div className="mt-1 flex items-start gap-4">
        <Picture picture={product.picture} isDecoration className="product-picture" />
        <div className="min-w-0">
          <h1 className="text-24 leading-[1.3] font-semibold">{product.title}</h1>
          {product.is_published ? (
            <a className="link tap small" href={href(`${market}/${product.handle}`)}>
              {portal.seeInMarket}
            </a>
          ) : (
            <p className="small quiet">{portal.hidden}</p>
          )}
        </div>
      </div>
      <div className="mt-4">
        {answer ? null : <DoneNotice />}
        <RefusalNotice code={answer?.refusal} />
      </div>
      {actions.includes("edit_products") ? (
        // After saving, the fields begin anew with what the backend has.
        <ProductForm key={answer ? "refused" : key} product={product} answer={answer} />
      ) : (
        <p className="quiet">{portal.notYourRole}</p>
      )}
    </div>
  );
}
