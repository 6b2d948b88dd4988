import { PAYMENT_METHODS, type PaymentMethod } from "@cho-lang/shared/domain/payment";
import { env } from "./env";

/** Medusa's id of the provider of each way to pay. */
export const PROVIDER_IDS: Readonly<Record<PaymentMethod, string>> = {
  cod: "pp_cod_cod",
  vietqr: "pp_vietqr_vietqr",
  stripe: "pp_stripe_stripe",
};

const isConfigured: Readonly<Record<PaymentMethod, boolean>> = {
  cod: true,
  vietqr: env.VIETQR_BANK_BIN !== undefined,
  stripe: env.STRIPE_API_KEY !== undefined,
};

/** The ways to pay that are configured; all others are neither shown nor accepted. */
export function offeredMethods(): PaymentMethod[] {
  return PAYMENT_METHODS.filter((method) => isConfigured[method]);
}
