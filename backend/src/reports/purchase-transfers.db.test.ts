import { ownDatabase } from "../../integration-tests/database";
import { aRequest, aTransfer } from "../../integration-tests/vietqr";
import { sql } from "../lib/sql";
import { payFromSuspense, recordTransfers } from "../modules/payment-vietqr";
import { migrations } from "../modules/payment-vietqr/migrations";
import { closeRequest } from "../modules/payment-vietqr/requests";
import { transfersOfPurchase } from "./purchase-transfers";

describe("A purchase's transfers", () => {
  ownDatabase("purchase-transfers", "vietqr", migrations);

  it("say what pays it: transfers with its code and money from suspense", async () => {
    const { code, purchase_id, purchase_number } = await aRequest({ amount_vnd: 100_000 });
    await recordTransfers([
      aTransfer({ content: "khong ro", amount_vnd: 30_000 }),
      aTransfer({ content: code, amount_vnd: 60_000 }),
    ]);
    const [lost] = await sql()<{ id: string }[]>`
      SELECT id FROM vietqr.suspense WHERE reason = 'unmatched'`;
    await payFromSuspense({ suspense_id: lost?.id ?? "", actor_id: "user_1", purchase_number });
    await recordTransfers([aTransfer({ content: code, amount_vnd: 15_000 })]);
    const [request] = await transfersOfPurchase(purchase_id);
    expect(request).toMatchObject({ code, status: "paid", received_vnd: 100_000 });
    expect(request?.paid_at).toBeInstanceOf(Date);
    expect(request?.transfers.map(({ amount_vnd, given_vnd }) => [amount_vnd, given_vnd])).toEqual([
      [30_000, 30_000],
      [60_000, 60_000],
      [15_000, 10_000],
    ]);
  });

  it("of a purchase that was given up pay nothing any more", async () => {
    const request = await aRequest({ amount_vnd: 100_000 });
    await recordTransfers([aTransfer({ content: request.code, amount_vnd: 60_000 })]);
    await closeRequest(request);
    expect(await transfersOfPurchase(request.purchase_id)).toMatchObject([
      { status: "closed", received_vnd: 0, transfers: [{ amount_vnd: 60_000, given_vnd: 0 }] },
    ]);
  });
});
