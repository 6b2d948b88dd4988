import type { CertificateSearchAnswer } from "@cho-lang/shared/contracts/certification";
import { fold } from "@cho-lang/shared/vietnamese";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../../lib/errors";
import { containing } from "../../../reports/containing";
import { langQuery } from "../language";
import { publicCertificates } from "./view";

/** Most certificates that a search by number answers. */
const MOST = 20;

const searchQuery = langQuery.extend({ number: z.string().trim().min(1).max(60) });

export async function GET(req: MedusaRequest, res: MedusaResponse<CertificateSearchAnswer>) {
  const { number, lang } = parse(searchQuery, req.query);
  const folded = fold(number.replace(/\s+/g, ""));
  const certificates = await publicCertificates(
    req.scope,
    { decision_folded: { $like: containing(folded) } },
    { language: lang, limit: MOST },
  );
  res.json({ certificates });
}
