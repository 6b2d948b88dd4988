import { ownDatabase } from "../../../integration-tests/database";
import { aRequest, aTransfer } from "../../../integration-tests/vietqr";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { markRefundSent } from "./refunds";
import { findRequest } from "./requests";
import { keepSuspense, payFromSuspense, sendBackSuspense } from "./suspense";
import { recordTransfers } from "./transfers";

const actor_id = "user_1";
const payee = { bank_bin: "970436", account_number: "0071000123456", name: "NGUYEN THI MAI" };

/** Money that nobody knows the purchase of; answers the entry's id. */
async function lostMoney(amount_vnd: number, sender: typeof payee | null = null): Promise<string> {
  const transfer = aTransfer({ content: "tien hang", amount_vnd, sender });
  await recordTransfers([transfer]);
  const [row] = await sql()<{ id: string }[]>`
    SELECT s.id FROM vietqr.suspense s JOIN vietqr.bank_transfer t ON t.id = s.transfer_id
    WHERE t.bank_id = ${transfer.bank_id}`;
  return row?.id ?? "";
}

const entryOf = async (id: string) => {
  const [row] = await sql()<{ resolution: string; resolved_by: string; note: string }[]>`
    SELECT resolution, resolved_by, note FROM vietqr.suspense WHERE id = ${id}`;
  return row;
};

describe("Money that an operator deals with", () => {
  ownDatabase("vietqr-resolutions", "vietqr", migrations);

  it("it pays a purchase that awaits it, and with the last đồng the purchase is paid", async () => {
    const { purchase_number, session_id, cart_id } = await aRequest({ amount_vnd: 100_000 });
    const typed = purchase_number.toLowerCase().replace("-", " ");
    const first = { suspense_id: await lostMoney(60_000), actor_id, purchase_number: typed };
    expect(await payFromSuspense(first)).toMatchObject({ state: "partial" });
    const tooMuch = { suspense_id: await lostMoney(40_001), actor_id, purchase_number };
    await expect(payFromSuspense(tooMuch)).rejects.toMatchObject({ code: "suspense_too_much" });
    const rest = { suspense_id: await lostMoney(40_000), actor_id, purchase_number };
    expect(await payFromSuspense(rest)).toMatchObject({ state: "paid", cart_id });
    expect(await findRequest({ session_id })).toMatchObject({
      status: "paid",
      received_vnd: 100_000,
    });
    expect(await entryOf(rest.suspense_id)).toMatchObject({
      resolution: "paid_to",
      resolved_by: actor_id,
    });
    await expect(payFromSuspense(tooMuch)).rejects.toMatchObject({ code: "purchase_not_awaiting" });
  });

  it("it goes back to its sender, or to the account that is typed in", async () => {
    const known = await sendBackSuspense({ suspense_id: await lostMoney(7_000, payee), actor_id });
    expect(known).toMatchObject({ amount_vnd: 7_000, payee_account: payee.account_number });
    const suspense_id = await lostMoney(8_000);
    await expect(sendBackSuspense({ suspense_id, actor_id })).rejects.toMatchObject({
      code: "payee_missing",
    });
    expect(await sendBackSuspense({ suspense_id, actor_id, payee })).toMatchObject({
      status: "due",
      payee_bank_bin: payee.bank_bin,
    });
  });

  it("it is kept only for a reason", async () => {
    const suspense_id = await lostMoney(500);
    await expect(keepSuspense({ suspense_id, actor_id, note: "  " })).rejects.toMatchObject({
      code: "note_missing",
    });
    await keepSuspense({ suspense_id, actor_id, note: "Quà của khách" });
    expect(await entryOf(suspense_id)).toMatchObject({ resolution: "kept", note: "Quà của khách" });
  });

  it("of ten operators at once exactly one decides", async () => {
    const suspense_id = await lostMoney(9_000);
    const { purchase_number } = await aRequest({ amount_vnd: 9_000 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => {
        const decision = { suspense_id, actor_id: `user_${index}` };
        if (index % 3 === 0) return payFromSuspense({ ...decision, purchase_number });
        if (index % 3 === 1) return sendBackSuspense({ ...decision, payee });
        return keepSuspense({ ...decision, note: "giữ" });
      }),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toMatchObject({ code: "suspense_resolved" });
      }
    }
  });

  it("an entry that does not exist is not found", async () => {
    const decision = { suspense_id: "sus_none", actor_id };
    await expect(keepSuspense({ ...decision, note: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      markRefundSent({ refund_id: "rfd_none", bank_reference: "FT1", actor_id }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("a refund is sent once, under one reference of the bank", async () => {
    const { id } = await sendBackSuspense({ suspense_id: await lostMoney(7_000, payee), actor_id });
    const sent = { refund_id: id, bank_reference: "FT26326000111", actor_id };
    expect(await markRefundSent(sent)).toMatchObject({ status: "sent", sent_by: actor_id });
    expect(await markRefundSent({ ...sent, actor_id: "user_2" })).toMatchObject({
      sent_by: actor_id,
    });
    await expect(markRefundSent({ ...sent, bank_reference: "FT2" })).rejects.toMatchObject({
      code: "refund_already_sent",
    });
  });
});
