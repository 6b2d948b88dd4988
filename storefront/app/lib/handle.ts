/** What a route's `handle` may say to the root. */
export type RouteHandle = {
  /** Loads Remix's scripts and leaves out the shop's head and foot: the producers' portal. */
  hydrate?: boolean;
};
