import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import { isPrepaid, prepaidRefusal } from "@cho-lang/shared/domain/payment";
import type { MedusaContainer } from "@medusajs/framework/types";
import { offeredMethods } from "../../lib/payment-providers";
import { codProblem } from "./cash-on-delivery";

type PayableCart = { id: string; total_vnd: number; phone: string | null; is_bought: boolean };

/** The ways to pay that are configured, each with why this cart cannot be paid so, if it cannot. */
export async function paymentOptions(
  container: MedusaContainer,
  cart: PayableCart,
): Promise<CheckoutView["payment_options"]> {
  const reasonOf = async (method: ReturnType<typeof offeredMethods>[number]) => {
    if (cart.is_bought) return null;
    if (isPrepaid(method)) return prepaidRefusal(method, cart.total_vnd);
    return codProblem(container, cart);
  };
  return Promise.all(
    offeredMethods().map(async (id) => {
      const reason = await reasonOf(id);
      return { id, is_available: reason === null, reason };
    }),
  );
}
