import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addToCart } from "~/features/cart/add-to-cart.server";
import { answerCartForm } from "~/features/cart/cart-action.server";
import { loadCartPage } from "~/features/cart/cart-page.server";
import { CartView } from "~/features/cart/cart-view";
import { languageOf, languageOfPath, phrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { readForm } from "~/lib/form.server";
import styles from "~/styles/cart.css?url";

export function loader({ request }: LoaderFunctionArgs) {
  return loadCartPage(request, languageOf(request));
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const language = languageOf(request);
  if (form.get("intent") === "add") return critical(addToCart(request, form, language));
  return critical(answerCartForm(request, form, language));
}

export const headers = () => ({ "cache-control": "no-store" });

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = ({ location }) => [
  { title: phrases(languageOfPath(location.pathname)).cart.pageTitle },
  { name: "robots", content: "noindex" },
];

export default function Cart() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CartView page={page} answer={answer} />;
}
