import type { ProducerProductRow, ProducerProducts } from "@cho-lang/shared/contracts/producer";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { pageNumber, pagesOf, queryOf } from "~/features/portal/paging";
import { StockWords } from "~/features/portal/product-edit";
import { ask } from "~/features/portal/session.server";
import { useHref, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";

/** Longest search that is looked up, in characters. */
const QUERY_MAX = 200;

/** Critical: one page of products. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get("q") ?? "").trim().slice(0, QUERY_MAX);
  const page = pageNumber(searchParams.get("page"));
  const query = { q, page };
  const list = await critical(ask<ProducerProducts>(request, "/producer/products", { query }));
  return { ...list, q };
}

export const meta = portalMeta(({ portal }) => portal.productsTitle);

export default function Products() {
  const { common, portal } = usePhrases();
  const href = useHref();
  const { count, page, products, q } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="t-page">{portal.productsTitle}</h1>
      <p className="quiet mt-2">{portal.productsText}</p>
      <search className="my-4 block max-w-xl">
        <Form action={href("/producer/products")} className="join" key={q}>
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={q}
            maxLength={QUERY_MAX}
            aria-label={portal.searchLabel}
            placeholder={portal.searchLabel}
            enterKeyHint="search"
          />
          <button type="submit" className="btn">
            {common.search}
          </button>
        </Form>
      </search>
      {products.length > 0 ? (
        <ul className="rows rule">
          {products.map((product) => (
            <ProductRow key={product.id} product={product} />
          ))}
        </ul>
      ) : (
        <NoProducts q={q} />
      )}
      <Pagination
        page={page}
        pages={pagesOf(count)}
        hrefOf={(each) => href(`/producer/products${queryOf({ q, page: each })}`)}
      />
    </>
  );
}

function ProductRow({ product }: { product: ProducerProductRow }) {
  const { common, portal } = usePhrases();
  const href = useHref();
  const { actions } = useMe();
  const { id, title, kind, picture, stars, is_published, variants } = product;
  const facts = [
    kind === "tour" ? portal.kinds.tour : "",
    stars === null ? "" : common.ocopStars(stars),
    is_published ? "" : portal.hidden,
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <Picture picture={picture} isDecoration className="product-picture" />
      <div className="min-w-0 flex-1 basis-48">
        <h2 className="font-semibold">{title}</h2>
        <p className="small quiet">{facts.filter(Boolean).join(" · ")}</p>
        <ul className="mt-1">
          {variants.map((variant) => (
            <li key={variant.id}>
              <Price amount={variant.price_vnd} />{" "}
              <span className="small quiet">
                {variants.length > 1 ? `${variant.title} · ` : null}
                <StockWords {...variant} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      {actions.includes("edit_products") ? (
        <Link
          className="btn btn-outline"
          to={href(`/producer/products/${id}`)}
          aria-label={portal.editProduct(title)}
        >
          {portal.edit}
        </Link>
      ) : null}
    </li>
  );
}

function NoProducts({ q }: { q: string }) {
  const { portal } = usePhrases();
  const href = useHref();
  if (q === "") {
    return (
      <EmptyState title={portal.noProducts}>
        <p>{portal.noProductsText}</p>
      </EmptyState>
    );
  }
  return (
    <div className="empty">
      <p className="lead">{portal.noProductsSuch(q)}</p>
      <Link className="btn btn-outline mt-4" to={href("/producer/products")}>
        {portal.seeAllProducts}
      </Link>
    </div>
  );
}
