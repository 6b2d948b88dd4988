import { addDays, todayInVietnam } from "@cho-lang/shared/calendar";
import { type OperatorMoney, operatorMoneyQuery } from "@cho-lang/shared/contracts/operator-money";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { differencesOf, moneyDays } from "../../../lib/payment-check";
import { offeredMethods } from "../../../lib/payment-providers";
import { cashDifferencePage } from "../../../reports/operator-cash";
import { hasTransfers, refundPage, suspensePage } from "../../../reports/operator-transfers";
import { leftOpenDifferences, moneyOf, transferDifferences } from "../../../reports/payment-check";
import { stripeNews } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorMoney>) {
  const { days } = parse(operatorMoneyQuery, req.query);
  const to = todayInVietnam(new Date());
  const span = { from: addDays(to, 1 - days), to };
  const [transfers, cash, news, purchases, ofTransfers, leftOpen] = await Promise.all([
    transferTotals(),
    cashDifferencePage({ state: "open" }, { limit: 0, offset: 0 }),
    stripeNews(),
    moneyOf(span),
    transferDifferences(span),
    leftOpenDifferences(span),
  ]);
  res.json({
    transfers,
    cash_differences: { count: cash.count, sum_vnd: cash.sum_vnd },
    ...news,
    days: moneyDays(purchases),
    differences: [...purchases.flatMap(differencesOf), ...ofTransfers, ...leftOpen],
  });
}

async function transferTotals(): Promise<OperatorMoney["transfers"]> {
  const is_offered = offeredMethods().includes("vietqr");
  if (!is_offered && !(await hasTransfers())) return null;
  const nothing = { limit: 0, offset: 0 };
  const [suspense, refunds] = await Promise.all([
    suspensePage({ state: "open" }, nothing),
    refundPage({ state: "due" }, nothing),
  ]);
  const total = ({ count, sum_vnd }: typeof suspense | typeof refunds) => ({ count, sum_vnd });
  return { is_offered, suspense: total(suspense), refunds_due: total(refunds) };
}
