import type { Phrases } from "./vi";

export const catalog = {} satisfies Phrases["catalog"];
