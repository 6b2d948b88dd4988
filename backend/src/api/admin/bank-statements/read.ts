import { statementFile } from "@cho-lang/shared/contracts/operator-transfers";
import type { MedusaRequest } from "@medusajs/framework/http";
import { env } from "../../../lib/env";
import { parse, refuse } from "../../../lib/errors";
import { readStatement, type Statement } from "../../../modules/payment-vietqr";

/** The statement in a request. Refuses a shop that takes no transfers, and files that are none. */
export async function statementIn(req: MedusaRequest): Promise<Statement> {
  const { file } = parse(statementFile, req.body);
  const account_number = env.VIETQR_ACCOUNT_NUMBER;
  if (!account_number) {
    const message = "This shop takes no bank transfers: set VIETQR_ACCOUNT_NUMBER first";
    refuse("transfers_not_offered", message, {
      fields: [{ field: "file", code: "transfers_not_offered", message }],
    });
  }
  return readStatement({ bytes: Buffer.from(file, "base64"), account_number });
}
