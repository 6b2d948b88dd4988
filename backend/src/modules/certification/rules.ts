import {
  type CertificationStatus,
  type CertificationStep,
  certificationAfter,
} from "@cho-lang/shared/domain/certification";

export type CertificationVerdict =
  | { allowed: true; to: CertificationStatus }
  | { allowed: false; code: string; message: string };

/** The status that each step leads to, whether or not it is allowed. */
const LEADS_TO = { verify: "verified", reject: "rejected", revoke: "revoked" } as const;

/**
 * Whether a step may be taken now, and where it leads. A repeat of the step that was taken is told
 * apart from a step that never was possible, so that the operator knows what happened.
 */
export function decide(status: CertificationStatus, step: CertificationStep): CertificationVerdict {
  const to = certificationAfter(status, step);
  if (to) return { allowed: true, to };
  if (status === LEADS_TO[step]) {
    return {
      allowed: false,
      code: `certification_already_${status}`,
      message: `The certificate is ${status} already; nothing was changed.`,
    };
  }
  return {
    allowed: false,
    code: "certification_wrong_status",
    message: `A ${status} certificate can't be ${LEADS_TO[step]}; ${ADVICE[step]}`,
  };
}

const ADVICE = {
  verify: "only a submitted one can. Ask the producer to submit it anew.",
  reject: "only a submitted one can. Revoke it if it was verified.",
  revoke: "only a verified one can.",
} as const;

/** The columns that a step writes; `revoked_on` is the local day of a revocation. */
export function columnsAfter(input: {
  to: CertificationStatus;
  reason: string | null;
  revoked_on: string;
}) {
  const { to, reason, revoked_on } = input;
  return {
    status: to,
    rejected_reason: to === "rejected" ? reason : null,
    revoked_on: to === "revoked" ? revoked_on : null,
    revoked_reason: to === "revoked" ? reason : null,
  };
}
