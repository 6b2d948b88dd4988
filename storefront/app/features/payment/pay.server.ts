import type { PayWith, PurchaseStanding, PurchaseView } from "@cho-lang/shared/contracts/purchase";
import { BackendError, backend } from "~/lib/backend.server";
import { type Qr, qrOf } from "~/lib/qr.server";
import type { PurchaseLink } from "../purchase/purchase.server";

/** Making the orders of a purchase takes longer than a page may. */
const SETTLE_TIMEOUT_MS = 30_000;

export type PayFacts = {
  pay: PayWith;
  /** The QR code of a transfer. */
  qr: Qr | null;
  /** The server's clock (ISO 8601), which the countdown follows. */
  now: string;
};

/** What the page needs to take the money of a purchase; null when it waits for none. */
export function payFactsOf(view: PurchaseView): PayFacts | null {
  const { pay } = view.payment;
  if (view.status !== "awaiting" || !pay) return null;
  const qr = pay.method === "vietqr" ? qrOf(pay.qr, "sturdy") : null;
  return { pay, qr, now: new Date().toISOString() };
}

/**
 * Looks whether the money of a purchase has come (`settle`), or gives the purchase up (`abandon`).
 * Null when the link opens no purchase.
 */
export async function askPurchase(
  link: PurchaseLink,
  deed: "settle" | "abandon",
): Promise<PurchaseStanding | null> {
  try {
    return await backend<PurchaseStanding>(
      `/store/purchases/${encodeURIComponent(link.id)}/${deed}`,
      {
        method: "POST",
        query: { token: link.signature?.slice(0, 200) || undefined },
        body: {},
        language: link.language,
        token: link.token,
        timeoutMs: SETTLE_TIMEOUT_MS,
      },
    );
  } catch (error) {
    if (error instanceof BackendError && [400, 401, 403, 404].includes(error.status)) return null;
    throw error;
  }
}
