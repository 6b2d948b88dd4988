import type { Phrases } from "./vi";

export const verify = {} satisfies Phrases["verify"];
