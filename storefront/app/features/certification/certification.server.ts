import type {
  certificateAnswer,
  certificateSearchAnswer,
  PublicCertificate,
} from "@cho-lang/shared/contracts/certification";
import type { Language } from "@cho-lang/shared/language";
import type { z } from "zod";
import { backend } from "~/lib/backend.server";

/** Longest decision number that can be asked for, in characters. */
export const NUMBER_LIMIT = 60;

/** Certificates whose decision number contains the text, with or without diacritics. */
export async function findCertificates(
  number: string,
  language: Language,
): Promise<PublicCertificate[]> {
  const answer = await backend<z.infer<typeof certificateSearchAnswer>>("/store/certifications", {
    language,
    query: { number, lang: language },
  });
  return answer.certificates;
}

/** One certificate by its id. */
export async function readCertificate(id: string, language: Language): Promise<PublicCertificate> {
  const answer = await backend<z.infer<typeof certificateAnswer>>(
    `/store/certifications/${encodeURIComponent(id)}`,
    { language, query: { lang: language } },
  );
  return answer.certificate;
}
