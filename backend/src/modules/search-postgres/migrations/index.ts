import { createSearch } from "./001-search";
import { addRevision } from "./002-revision";
import { addEngines } from "./004-engines";
import { addEmptyQueries } from "./005-empty-queries";
import { addRebuilds } from "./006-rebuilds";

/** Oldest first. */
export const migrations = [createSearch, addRevision, addEngines, addEmptyQueries, addRebuilds];
