import { ownDatabase } from "../../../integration-tests/database";
import { itBelievesIn } from "../../../integration-tests/tables";
import { migrations } from "./migrations";
import { selectDisputes, selectRefundDifferences, upsertDispute, upsertRefund } from "./queries";
import { type StripeDispute, type StripeRefund, tables } from "./tables";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 3, minute));

function aDispute(over: Partial<StripeDispute> = {}): StripeDispute {
  const of = { payment_intent: "pi_1", purchase_id: "purch_1", amount_vnd: 50_000 };
  const state = { reason: "fraudulent", status: "needs_response", due_by: at(59) };
  return { id: "du_1", ...of, ...state, opened_at: at(0), read_at: at(1), ...over };
}

function aRefund(over: Partial<StripeRefund> = {}): StripeRefund {
  const of = { payment_intent: "pi_1", purchase_id: "purch_1", amount_vnd: 50_000 };
  const state = { status: "succeeded", is_ours: true, order_id: "order_1", failure: null };
  return { id: "re_1", ...of, ...state, made_at: at(0), read_at: at(1), ...over };
}

describe("What Stripe tells of disputes and refunds", () => {
  ownDatabase("stripe-tables", "stripe", migrations);
  itBelievesIn(tables);

  it("what was read later wins, whichever is written last", async () => {
    await upsertDispute(aDispute({ status: "won", read_at: at(3) }));
    await upsertDispute(aDispute({ status: "needs_response", read_at: at(2) }));
    expect(await selectDisputes("purch_1")).toMatchObject([{ status: "won" }]);
    await upsertDispute(aDispute({ status: "lost", read_at: at(4) }));
    expect(await selectDisputes()).toMatchObject([{ status: "lost", due_by: at(59) }]);
    expect(await selectDisputes("purch_2")).toEqual([]);
  });

  it("only what our books do not tell is a difference", async () => {
    await upsertRefund(aRefund());
    expect(await selectRefundDifferences()).toEqual([]);
    await upsertRefund(aRefund({ id: "re_2", is_ours: false, order_id: null }));
    await upsertRefund(aRefund({ status: "failed", read_at: at(2), made_at: at(1) }));
    const differences = await selectRefundDifferences("purch_1");
    expect(differences.map(({ id }) => id)).toEqual(["re_1", "re_2"]);
  });
});
