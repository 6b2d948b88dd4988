import type { Phrases } from "./vi";

export const product = {} satisfies Phrases["product"];
