import type { CertificateAnswer } from "@cho-lang/shared/contracts/certification";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound, parse } from "../../../../lib/errors";
import { langQuery } from "../../language";
import { publicCertificates } from "../view";

export async function GET(req: MedusaRequest, res: MedusaResponse<CertificateAnswer>) {
  const { lang } = parse(langQuery, req.query);
  const [certificate] = await publicCertificates(
    req.scope,
    { id: req.params.id ?? "" },
    { language: lang, limit: 1 },
  );
  if (!certificate) notFound("The certificate");
  res.json({ certificate });
}
