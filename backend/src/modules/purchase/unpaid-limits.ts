import { MAX_UNPAID_PER_ADDRESS, MAX_UNPAID_PER_PERSON } from "@cho-lang/shared/domain/payment";
import { sql } from "drizzle-orm";
import { refuse } from "../../lib/errors";
import type { Transaction } from "../../lib/sql";
import type { NewPurchase } from "./tables";

type Buyer = Pick<NewPurchase, "cart_id" | "phone" | "email"> & {
  address_hash?: string | null | undefined;
};

/**
 * Refuses `too_many_unpaid`: each purchase that waits for its money keeps goods and seats from
 * others, so one phone number, one e-mail address and one network address may have a few of them.
 * The cart's own purchase does not count. Whoever begins one with the same number or address waits
 * at a lock until this transaction ends, so that no two pass the limit together.
 */
export async function refuseTooManyUnpaid(tx: Transaction, buyer: Buyer): Promise<void> {
  await lockBuyer(tx, buyer);
  const held = await countUnpaid(tx, buyer);
  if (held.phone >= MAX_UNPAID_PER_PERSON || held.email >= MAX_UNPAID_PER_PERSON) {
    refuseAs(`${MAX_UNPAID_PER_PERSON} of this phone number's or e-mail address's purchases`);
  }
  if (held.address >= MAX_UNPAID_PER_ADDRESS) {
    refuseAs(`${MAX_UNPAID_PER_ADDRESS} purchases of this network`);
  }
}

function refuseAs(whose: string): never {
  const message = `${whose} wait for their money: pay or give up one of them, or pay in cash`;
  refuse("too_many_unpaid", message, {
    fields: [{ field: "payment", code: "too_many_unpaid", message }],
  });
}

/** Takes the locks in one order, so that buyers who share some of them never wait for each other. */
async function lockBuyer(tx: Transaction, { phone, email, address_hash }: Buyer): Promise<void> {
  const names = [`phone:${phone}`, `email:${email.toLowerCase()}`];
  if (address_hash) names.push(`address:${address_hash}`);
  for (const name of names.sort()) {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`unpaid:${name}`}, 0))`);
  }
}

/** How many purchases wait for their money, or are about to, without one cart's own. */
async function countUnpaid(tx: Transaction, { cart_id, phone, email, address_hash }: Buyer) {
  const [row] = await tx.execute<{ phone: number; email: number; address: number }>(sql`SELECT
      (count(*) FILTER (WHERE phone = ${phone}))::int AS phone,
      (count(*) FILTER (WHERE lower(email) = ${email.toLowerCase()}))::int AS email,
      (count(*) FILTER (WHERE address_hash = ${address_hash ?? null}))::int AS address
    FROM purchase.purchase
    WHERE status IN ('creating', 'awaiting') AND payment <> 'cod' AND paid_at IS NULL
      AND cart_id <> ${cart_id}`);
  return row ?? { phone: 0, email: 0, address: 0 };
}
