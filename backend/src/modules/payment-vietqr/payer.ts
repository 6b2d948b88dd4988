import { inTransaction } from "../../lib/sql";
import { selectRequest } from "./request-queries";
import { selectPayer } from "./transfer-queries";

/** Whether a purchase's transfers say from which account they came, so that money can go back there. */
export async function isPayerKnown(purchase_id: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const request = await selectRequest(tx, { session_id: "", purchase_id });
    const payer = request && (await selectPayer(tx, request.code));
    return Boolean(payer?.sender_bank_bin && payer.sender_account);
  });
}
