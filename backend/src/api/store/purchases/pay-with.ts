import type { PayWith } from "@cho-lang/shared/contracts/purchase";
import { bankName } from "@cho-lang/shared/domain/bank";
import { vietQrPayload } from "@cho-lang/shared/vietqr";
import type { MedusaContainer } from "@medusajs/framework/types";
import { env } from "../../../lib/env";
import { findRequest } from "../../../modules/payment-vietqr";
import type { Purchase } from "../../../modules/purchase/service";
import { findCollection, paymentService } from "../../../workflows/purchase/payments";

const STRIPE_URL = "https://js.stripe.com";

/** How to pay a purchase that awaits its money; null when it does not, or not here any more. */
export async function payWithOf(
  container: MedusaContainer,
  purchase: Purchase,
): Promise<PayWith | null> {
  const { status, payment, pay_until, total_vnd } = purchase;
  if (status !== "awaiting" || !pay_until) return null;
  const facts = { until: pay_until.toISOString(), amount_vnd: total_vnd };
  if (payment === "vietqr") return transferOf(purchase, facts);
  return payment === "stripe" ? cardOf(container, purchase, facts) : null;
}

type Facts = { until: string; amount_vnd: number };

async function transferOf(purchase: Purchase, facts: Facts): Promise<PayWith | null> {
  const bin = env.VIETQR_BANK_BIN;
  const account_number = env.VIETQR_ACCOUNT_NUMBER;
  const request = await findRequest({ purchase_id: purchase.id });
  if (!request || !bin || !account_number) return null;
  const { code: content, received_vnd } = request;
  const left_vnd = facts.amount_vnd - received_vnd;
  return {
    method: "vietqr",
    ...facts,
    received_vnd,
    bank: { bin, name: bankName(bin) },
    account_number,
    account_name: env.VIETQR_ACCOUNT_NAME ?? "",
    content,
    qr: vietQrPayload({
      bin,
      account: account_number,
      amount_vnd: left_vnd > 0 ? left_vnd : undefined,
      purpose: content,
    }),
  };
}

async function cardOf(
  container: MedusaContainer,
  purchase: Purchase,
  facts: Facts,
): Promise<PayWith | null> {
  const publishable_key = env.STRIPE_PUBLISHABLE_KEY;
  const collection = await findCollection(
    paymentService({ container }),
    purchase.payment_collection_id,
  );
  const client_secret = collection?.payment_sessions?.[0]?.data.client_secret;
  if (!publishable_key || typeof client_secret !== "string") return null;
  return {
    method: "stripe",
    ...facts,
    publishable_key,
    client_secret,
    script: `${env.STRIPE_API_URL ?? STRIPE_URL}/v3/`,
    is_simulator: env.STRIPE_API_URL !== undefined,
  };
}
