import { casso } from "./casso";
import type { BankFeed } from "./feed";
import { sepay } from "./sepay";

const feeds = { sepay, casso } as const satisfies Record<string, BankFeed>;

/** The service that tells of transfers, by its name in VIETQR_FEED. */
export function bankFeed(name: keyof typeof feeds): BankFeed {
  return feeds[name];
}
