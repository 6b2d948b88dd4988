import { addMonths, daysBetween, type LocalDate } from "../calendar";
import type { Province } from "../geography";
import type { Language, Phrase } from "../language";

/** Star levels that earn a certificate: 50 points up are three, 70 up four, 90 up five. */
export const STARS = [3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** Whether a value is a star level that a certificate can carry. */
export function isStars(value: unknown): value is Stars {
  return value === 3 || value === 4 || value === 5;
}

/** Months for which a certificate is valid from the date of its decision (Decision 148/QĐ-TTg). */
export const VALIDITY_MONTHS = 36;

/** A certificate with at most this many days left is shown as expiring. */
export const EXPIRING_DAYS = 90;

/** Length of a reason for rejecting or revoking, in characters after trimming. */
export const REASON_MIN = 10;
export const REASON_MAX = 500;

/** What is stored. Everything that depends on the day is computed, never stored. */
export const CERTIFICATION_STATUSES = ["submitted", "verified", "rejected", "revoked"] as const;
export type CertificationStatus = (typeof CERTIFICATION_STATUSES)[number];

/** What the operator can do to a certificate. */
export const CERTIFICATION_STEPS = ["verify", "reject", "revoke"] as const;
export type CertificationStep = (typeof CERTIFICATION_STEPS)[number];

const AFTER: Readonly<
  Record<CertificationStatus, Readonly<Partial<Record<CertificationStep, CertificationStatus>>>>
> = {
  submitted: { verify: "verified", reject: "rejected" },
  verified: { revoke: "revoked" },
  rejected: {},
  revoked: {},
};

/** Where a step leads, or null when it is not allowed. A rejected dossier is submitted anew. */
export function certificationAfter(
  status: CertificationStatus,
  step: CertificationStep,
): CertificationStatus | null {
  return AFTER[status][step] ?? null;
}

/** What a certificate is on a given day. */
export const CERTIFICATE_STATES = [
  "submitted",
  "rejected",
  "in_force",
  "expiring",
  "expired",
  "revoked",
] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** The states of a certificate in words. */
export const CERTIFICATE_STATE_LABELS: Readonly<Record<CertificateState, Phrase>> = {
  submitted: { vi: "Chờ đối chiếu", en: "Waiting to be checked" },
  rejected: { vi: "Không được chấp nhận", en: "Not accepted" },
  in_force: { vi: "Còn hiệu lực", en: "In force" },
  expiring: { vi: "Sắp hết hạn", en: "Expiring soon" },
  expired: { vi: "Hết hạn", en: "Expired" },
  revoked: { vi: "Bị thu hồi", en: "Revoked" },
};

/** One state of a certificate in words. */
export function certificateStateLabel(state: CertificateState, language: Language): string {
  return CERTIFICATE_STATE_LABELS[state][language];
}

/** The dated facts that decide a certificate's state. All dates are days in Vietnam. */
export interface CertificateFacts {
  status: CertificationStatus;
  decided_on: LocalDate;
  /** The last day on which it is in force. */
  expires_on: LocalDate;
  revoked_on: LocalDate | null;
}

/** The last day of validity: the day 36 months after the decision, itself still in force. */
export function expiryOf(decidedOn: LocalDate): LocalDate {
  return addMonths(decidedOn, VALIDITY_MONTHS);
}

/**
 * The state on a day. A verified certificate is in force from the day of its decision to its last
 * day, both included; in the last 90 days it is `expiring`, which is still in force. A revocation
 * counts from its day, and at once when the status says so. Before its decision a certificate has
 * no force and reads as submitted.
 */
export function certificateState(facts: CertificateFacts, today: LocalDate): CertificateState {
  if (facts.status === "submitted" || facts.status === "rejected") return facts.status;
  if (facts.status === "revoked") return "revoked";
  if (facts.revoked_on !== null && facts.revoked_on <= today) return "revoked";
  if (today < facts.decided_on) return "submitted";
  if (today > facts.expires_on) return "expired";
  return daysBetween(today, facts.expires_on) <= EXPIRING_DAYS ? "expiring" : "in_force";
}

/** Whether stars may be shown for it on that day: in force, or expiring and so still in force. */
export function isInForce(facts: CertificateFacts, today: LocalDate): boolean {
  const state = certificateState(facts, today);
  return state === "in_force" || state === "expiring";
}

/** The days left, 0 on the last day of validity, negative afterwards. */
export function daysLeft(expiresOn: LocalDate, today: LocalDate): number {
  return daysBetween(today, expiresOn);
}

/**
 * The months left, 0 to 36, of a certificate by its dates alone: the running month counts as left,
 * so its last day is still one month, and the day of the decision is 36.
 */
export function monthsLeft(expiresOn: LocalDate, today: LocalDate): number {
  if (today > expiresOn) return 0;
  for (let months = 1; months < VALIDITY_MONTHS; months += 1) {
    if (addMonths(expiresOn, -months) <= today) return months;
  }
  return VALIDITY_MONTHS;
}

/** The highest stars in force on that day, or null when no certificate is. */
export function starsToday(
  certificates: readonly (CertificateFacts & { stars: Stars })[],
  today: LocalDate,
): Stars | null {
  let best: Stars | null = null;
  for (const certificate of certificates) {
    if (isInForce(certificate, today) && (best === null || certificate.stars > best)) {
      best = certificate.stars;
    }
  }
  return best;
}

/** The authority that may decide on a certificate. */
export interface Issuer {
  level: "district" | "province" | "ministry";
  name_vi: string;
  name_en: string;
}

const DECISION_148: LocalDate = "2023-02-24";
const DECISION_1489: LocalDate = "2025-07-06";
const MINISTRIES_MERGED: LocalDate = "2025-03-01";
const DONG_NAI_A_CITY: LocalDate = "2026-04-30";

/**
 * Who decided on a certificate, by the rule of the decision's day: five stars the ministry of
 * agriculture under its name of that day; four stars the province; three stars the province, but
 * the district from 24 Feb 2023 (Decision 148/QĐ-TTg) to 5 Jul 2025 (the day before Decision
 * 1489/QĐ-TTg). `province` is the one of today; districts no longer exist and are not named.
 */
export function issuerRule(decision: {
  decided_on: LocalDate;
  stars: Stars;
  province: Pick<Province, "code" | "type" | "name_vi" | "name_en">;
}): Issuer {
  const { decided_on, stars, province } = decision;
  if (stars === 5) return ministryOn(decided_on);
  const isCity =
    province.type === "city" && !(province.code === "75" && decided_on < DONG_NAI_A_CITY);
  const place = `${isCity ? "thành phố" : "tỉnh"} ${province.name_vi}`;
  if (stars === 3 && decided_on >= DECISION_148 && decided_on < DECISION_1489) {
    return {
      level: "district",
      name_vi: `Ủy ban nhân dân cấp huyện, ${place}`,
      name_en: `District People's Committee, ${province.name_en}`,
    };
  }
  return {
    level: "province",
    name_vi: `Ủy ban nhân dân ${place}`,
    name_en: `People's Committee of ${province.name_en}`,
  };
}

function ministryOn(date: LocalDate): Issuer {
  const merged = date >= MINISTRIES_MERGED;
  return {
    level: "ministry",
    name_vi: merged ? "Bộ Nông nghiệp và Môi trường" : "Bộ Nông nghiệp và Phát triển nông thôn",
    name_en: merged
      ? "Ministry of Agriculture and Environment"
      : "Ministry of Agriculture and Rural Development",
  };
}

// Forms seen in published decisions. "MẪU-" marks numbers of the demo, which no authority gave.
const DECISION_NUMBER = /^(?:MẪU-)?\d{1,5}\/QĐ-(?:UBND|BNNMT|BNN-VPĐP|BNN)$/;

/** Whether the text is a decision's number in its stored form (NFC), e.g. "2361/QĐ-BNNMT". */
export function isDecisionNumber(text: string): boolean {
  return DECISION_NUMBER.test(text);
}

/** A decision's number as typed, made fit for storing (NFC, capitals, no spaces), or null. */
export function parseDecisionNumber(text: string): string | null {
  const clean = text.normalize("NFC").replace(/\s+/g, "").toUpperCase();
  return isDecisionNumber(clean) ? clean : null;
}
