import type { Phrases } from "./vi";

export const account = {} satisfies Phrases["account"];
