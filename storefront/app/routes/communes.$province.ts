import { communesOf } from "@cho-lang/shared/communes";
import type { LoaderFunctionArgs } from "@remix-run/node";

const DAY_SECONDS = 24 * 60 * 60;

/** The communes of a province (its two-digit code) as `[{code, name}]`, for the address's script. */
export function loader({ params }: LoaderFunctionArgs) {
  const communes = communesOf(params.province ?? "");
  if (communes.length === 0) return Response.json({ code: "not_found" }, { status: 404 });
  return Response.json(
    communes.map(({ code, name }) => ({ code, name })),
    { headers: { "cache-control": `public, max-age=${DAY_SECONDS}` } },
  );
}
