/** Says that the storefront runs; whether the backend does is its own /health. */
export function loader() {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
