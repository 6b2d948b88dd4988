/** Any address that no page answers to. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export function action() {
  throw new Response(null, { status: 404 });
}

/** Never shown: the loader always throws, and the root's ErrorBoundary answers. */
export default function NotFound() {
  return null;
}
