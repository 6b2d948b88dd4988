import type { StatementPreviewAnswer } from "@cho-lang/shared/contracts/operator-transfers";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { previewStatement } from "../../../../modules/payment-vietqr";
import { statementIn } from "../read";

/** Most rows of each kind that a preview shows. */
const MOST_ROWS = 200;

export async function POST(req: MedusaRequest, res: MedusaResponse<StatementPreviewAnswer>) {
  const preview = await previewStatement(await statementIn(req));
  const fresh = preview.rows.filter(({ is_known }) => !is_known);
  const skipped = preview.skipped.filter(({ reason }) => reason !== "outgoing");
  res.json({
    known: preview.known,
    new: preview.new,
    new_vnd: preview.new_vnd,
    rows: fresh.slice(0, MOST_ROWS).map(({ line, transfer }) => ({
      line,
      occurred_at: transfer.occurred_at.toISOString(),
      amount_vnd: transfer.amount_vnd,
      content: transfer.content,
    })),
    outgoing: preview.skipped.length - skipped.length,
    skipped: skipped.slice(0, MOST_ROWS),
    skipped_count: skipped.length,
  });
}
