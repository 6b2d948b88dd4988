import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";

/** The first word of an address is a language only when it is `en`; Vietnamese has none. */
export function loader({ params }: LoaderFunctionArgs) {
  if (params.lang !== undefined && params.lang !== "en") {
    throw new Response(null, { status: 404 });
  }
  return null;
}

export default function LanguageLayout() {
  return <Outlet />;
}
