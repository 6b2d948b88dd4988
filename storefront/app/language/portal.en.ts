import type { Phrases } from "./vi";

export const portal = {} satisfies Phrases["portal"];
