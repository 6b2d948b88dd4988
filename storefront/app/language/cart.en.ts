import type { Phrases } from "./vi";

export const cart = {} satisfies Phrases["cart"];
