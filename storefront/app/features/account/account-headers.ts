/** Pages of one visitor are never kept by anybody, and no search engine lists them. */
export const PRIVATE_PAGE = { "cache-control": "no-store", "x-robots-tag": "noindex" };
