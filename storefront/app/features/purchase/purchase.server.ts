import type { PurchaseList, PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { Language } from "@cho-lang/shared/language";
import { BackendError, backend, orNull } from "~/lib/backend.server";

export type PurchaseLink = {
  id: string;
  /** The link's signature; a customer may open an own purchase without it. */
  signature: string | null;
  token: string | undefined;
  language: Language;
};

/** The purchase that a signed link or its customer's session opens, or null. */
export async function findPurchase(link: PurchaseLink): Promise<PurchaseView | null> {
  try {
    return await orNull(
      backend<PurchaseView>(`/store/purchases/${encodeURIComponent(link.id)}`, {
        query: { token: link.signature?.slice(0, 200) || undefined, lang: link.language },
        language: link.language,
        token: link.token,
      }),
    );
  } catch (error) {
    // A cut or mistyped link is refused before anything is looked up.
    if (error instanceof BackendError && [400, 401, 403].includes(error.status)) return null;
    throw error;
  }
}

/** A page of the signed-in customer's purchases, newest first; 20 a page. */
export function listPurchases(facts: {
  token: string;
  page: number;
  language: Language;
}): Promise<PurchaseList> {
  const { token, page, language } = facts;
  return backend<PurchaseList>("/store/purchases", { query: { page }, token, language });
}
