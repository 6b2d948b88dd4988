import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse } from "../../../../lib/errors";
import { catalogDetail } from "../../../../reports/catalog-detail";
import { langQuery } from "../../language";
import { detailView } from "../view";

/** Longer handles belong to no product. */
const MOST_LETTERS = 200;

/** `GET /store/catalog/:handle`: one product or tour with all that its page shows. */
export async function GET(req: MedusaRequest, res: MedusaResponse<CatalogDetail>): Promise<void> {
  const { lang } = parse(langQuery, req.query);
  const handle = req.params.handle ?? "";
  const isHandle = handle.length <= MOST_LETTERS && !handle.includes("\0");
  const row = isHandle ? await catalogDetail(handle, lang) : null;
  const view = row && detailView(row, { language: lang, today: todayInVietnam(new Date()) });
  if (!view) notFound("The product");
  res.json(view);
}
