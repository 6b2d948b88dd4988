/** What a route's `handle` may say to the root. */
export type RouteHandle = {
  /** Loads Remix's scripts and leaves out the shop's head and foot: the producers' portal. */
  hydrate?: boolean;
  /**
   * The part of the address's query that makes it another page, "" or beginning with "?"; goes
   * into its canonical and hreflang links. Without it the query says nothing.
   */
  canonicalSearch?: (search: string) => string;
};
