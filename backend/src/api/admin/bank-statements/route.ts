import type { StatementImport } from "@cho-lang/shared/contracts/operator-transfers";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { importStatementWorkflow } from "../../../workflows/payment/import-statement";
import { statementIn } from "./read";

export async function POST(req: MedusaRequest, res: MedusaResponse<StatementImport>) {
  const { rows } = await statementIn(req);
  const transfers = rows.map(({ transfer }) => transfer);
  const { result } = await importStatementWorkflow(req.scope).run({ input: { transfers } });
  res.json(result);
}
