import { codRefusal } from "@cho-lang/shared/domain/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { purchaseService } from "../purchase/claim";

/** Whether a cart may be paid at the door: null, or the stable code of why not. */
export async function codProblem(
  container: MedusaContainer,
  cart: { id: string; total_vnd: number; phone: string | null },
): Promise<"cod_ceiling" | null> {
  const open_vnd = cart.phone ? await purchaseService(container).openCash(cart.phone, cart.id) : 0;
  return codRefusal({ amount_vnd: cart.total_vnd, open_vnd }) ? "cod_ceiling" : null;
}
