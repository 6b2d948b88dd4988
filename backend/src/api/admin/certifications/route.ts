import { todayInVietnam } from "@cho-lang/shared/calendar";
import {
  type OperatorCertifications,
  operatorCertificationsQuery,
  operatorPageSize,
} from "@cho-lang/shared/contracts/operator";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import { operatorCertifications } from "../../../reports/operator-certifications";
import { rangeOf } from "../range";
import { certificationRow } from "./view";

export async function GET(req: MedusaRequest, res: MedusaResponse<OperatorCertifications>) {
  const { page, ...filter } = parse(operatorCertificationsQuery, req.query);
  const today = todayInVietnam(new Date());
  const { count, rows } = await operatorCertifications(filter, { today, ...rangeOf(page) });
  res.json({
    count,
    page,
    page_size: operatorPageSize,
    certifications: rows.map((row) => certificationRow(row, today)),
  });
}
