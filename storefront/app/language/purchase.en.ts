import type { Phrases } from "./vi";

export const purchase = {} satisfies Phrases["purchase"];
