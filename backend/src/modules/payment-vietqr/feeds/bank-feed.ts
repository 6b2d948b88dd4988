import { casso } from "./casso";
import type { BankFeed } from "./feed";
import { sepay } from "./sepay";

export const bankFeedNames = ["sepay", "casso"] as const;
type BankFeedName = (typeof bankFeedNames)[number];

const feeds: Readonly<Record<BankFeedName, BankFeed>> = { sepay, casso };

/** The service that tells of transfers, by its name in VIETQR_FEED. */
export function bankFeed(name: BankFeedName): BankFeed {
  return feeds[name];
}
