import type { Phrases } from "./vi";

export const place = {} satisfies Phrases["place"];
