import { formatDate } from "@cho-lang/shared/calendar";
import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import { useLanguage, usePhrases } from "~/language/phrases";

/** Whether stars may be shown for it today. */
export function isInForce({ state }: Pick<PublicCertificate, "state">): boolean {
  return state === "in_force" || state === "expiring";
}

/** What a certificate's state means, with its dates, in one sentence. */
export function useStateSentence(certificate: PublicCertificate): string {
  const { verify } = usePhrases();
  const language = useLanguage();
  const { state, expires_on, months_left, revoked_on } = certificate;
  if (state === "revoked") {
    return verify.revokedOn(revoked_on && formatDate(revoked_on, language));
  }
  const date = formatDate(expires_on, language);
  return state === "expired" ? verify.expiredOn(date) : verify.until({ date, months: months_left });
}
