import type { Phrases } from "./vi";

const months = (count: number) => (count === 1 ? "1 month" : `${count} months`);

export const verify = {
  title: "Check a certificate",
  description:
    "Type the decision number printed beside the OCOP stars to see whether the certificate is in force, for what and for whom.",
  label: "Decision number printed beside the stars",
  hint: "Such as MẪU-0412/QĐ-UBND; accents may be left out",
  submit: "Check",
  found: ({ count, number }) =>
    `${count === 1 ? "1 certificate" : `${count} certificates`} for “${number}”`,
  none: "No such number here",
  noneText: (number) =>
    `No certificate at the market carries the number “${number}”. The item may not be sold here, or part of the number is missing.`,
  tooLong: "A decision number has at most 60 characters, such as 0412/QĐ-UBND.",
  advice: [
    "Type only the leading figures, such as 0412, to search more widely.",
    "On a label the number stands near the stars, often with QĐ-UBND or QĐ-BNNMT.",
    "Not finding it here does not make it false: ask the provincial committee that issued it.",
  ],
  how: "How to read the stars",
  howText: [
    "An OCOP certificate is valid for 36 months from the day of its decision. After that the stars may no longer be printed.",
    "Five stars come from the ministry, four and three from the province; before July 2025 three came from the district.",
    "Decision number, date, issuer, product and maker must agree.",
  ],
  unknown: "No such certificate",
  unknownText: "The link may be old. Check by the decision number on the label.",
  pageTitle: ({ stars, title }) => `OCOP ${stars} stars: ${title}`,
  state: {
    in_force: "In force",
    expiring: "Expiring soon",
    expired: "Expired",
    revoked: "Revoked",
  },
  until: ({ date, months: left }) => `Until the end of ${date}, ${months(left)} left`,
  expiredOn: (date) => `Expired after ${date} and not renewed`,
  revokedOn: (date) => (date ? `Revoked on ${date}` : "No longer valid"),
  monthsLeft: (left) => `In force, ${months(left)} left`,
  expiringMonths: (left) => `Expiring soon, ${months(left)} left`,
  reason: (reason) => `Reason: ${reason}`,
  meaning: {
    expired: "The item may still be sold, but without printed stars.",
    revoked: "The item may no longer be called OCOP or carry printed stars.",
    expiring: "The stars may be used until the end of the day above.",
  },
  product: "Product",
  producer: "Maker",
  decision: "Decision",
  signed: "Signed on",
  validUntil: "Valid until",
  issuer: "Issued by",
  points: "Points",
  pointsOf: { 3: "50 to under 70", 4: "70 to under 90", 5: "90 and above" },
  checkedOn: (date) => `Checked today, ${date}`,
  checkedAt: (instant) =>
    `Checked at ${instant}, by the dates and not by the picture on the label.`,
  sample: "Sample certificate: numbers with MẪU were given by no authority.",
  publicPage: "See the public check page",
  ourMark:
    "The red seal is the market's own check, not the official OCOP Vietnam certification mark.",
} satisfies Phrases["verify"];
