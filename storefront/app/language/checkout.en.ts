import type { Phrases } from "./vi";

export const checkout = {} satisfies Phrases["checkout"];
