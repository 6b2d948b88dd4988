import { createSearch } from "./001-search";
import { addRevision } from "./002-revision";

/** Oldest first. */
export const migrations = [createSearch, addRevision];
