import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PRIVATE_PAGE } from "~/features/account/account-headers";
import { PastPurchases } from "~/features/account/past-purchases";
import { requireCustomer } from "~/features/account/session.server";
import { listPurchases } from "~/features/purchase/purchase.server";
import { languageOf, languageOfPath, phrases, useHref, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { Button, ButtonLink } from "~/ui/button";
import { Pagination } from "~/ui/pagination";
import { SectionHead } from "~/ui/section-head";

/** Purchases on a page, as the backend gives them. */
const PAGE_SIZE = 20;

/** Critical: the account and its purchases. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const { token, customer } = await critical(requireCustomer(request, language));
  const asked = Number(new URL(request.url).searchParams.get("page") ?? "1");
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 500 ? asked : 1;
  const { count, purchases } = await critical(listPurchases({ token, page, language }));
  return { customer, count, page, purchases };
}

export const headers = () => PRIVATE_PAGE;

export const meta: MetaFunction = ({ location }) => [
  { title: phrases(languageOfPath(location.pathname)).account.pageTitle },
  { name: "robots", content: "noindex" },
];

export default function Account() {
  const { account } = usePhrases();
  const href = useHref();
  const { customer, count, page, purchases } = useLoaderData<typeof loader>();
  return (
    <div className="wrap pt-8">
      <h1 className="t-page">{account.title}</h1>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="lead">
          {customer.full_name ? `${account.hello(customer.full_name)}. ` : ""}
          <span className="quiet">{customer.email}</span>
        </p>
        <form method="post" action={href("/account/logout")}>
          <Button look="outline">{account.signOut}</Button>
        </form>
      </div>
      <section className="mt-10 max-w-3xl" aria-labelledby="purchases">
        <SectionHead title={account.purchases} id="purchases" />
        {count === 0 ? (
          <div className="empty grid justify-items-start gap-4">
            <p>{account.noPurchases}</p>
            <ButtonLink href={href("/products")}>{account.seeProducts}</ButtonLink>
          </div>
        ) : (
          <PastPurchases purchases={purchases} />
        )}
        <Pagination
          page={page}
          pages={Math.ceil(count / PAGE_SIZE)}
          hrefOf={(each) => href(each === 1 ? "/account" : `/account?page=${each}`)}
        />
      </section>
    </div>
  );
}
