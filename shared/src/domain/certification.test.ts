import { describe, expect, it } from "vitest";
import { addDays } from "../calendar";
import {
  CERTIFICATE_STATES,
  type CertificateFacts,
  certificateState,
  certificateStateLabel,
  certificationAfter,
  daysLeft,
  expiryOf,
  isDecisionNumber,
  isInForce,
  isStars,
  issuerRule,
  monthsLeft,
  parseDecisionNumber,
  type Stars,
  starsToday,
} from "./certification";

const verified: CertificateFacts = {
  status: "verified",
  decided_on: "2023-11-21",
  expires_on: "2026-11-21",
  revoked_on: null,
};
const hanoi = { code: "01", type: "city", name_vi: "Hà Nội", name_en: "Hanoi" } as const;
const dakLak = { code: "66", type: "province", name_vi: "Đắk Lắk", name_en: "Dak Lak" } as const;
const dongNai = { code: "75", type: "city", name_vi: "Đồng Nai", name_en: "Dong Nai" } as const;

describe("how long a certificate holds", () => {
  it("a certificate is valid for thirty-six months from its decision", () => {
    expect(expiryOf("2023-11-21")).toBe("2026-11-21");
    expect(expiryOf("2024-02-29")).toBe("2027-02-28");
  });

  it("its last day still counts and the morning after does not", () => {
    expect(certificateState(verified, "2026-11-21")).toBe("expiring");
    expect(isInForce(verified, "2026-11-21")).toBe(true);
    expect(certificateState(verified, "2026-11-22")).toBe("expired");
    expect(isInForce(verified, "2026-11-22")).toBe(false);
  });

  it("its first day counts and the day before does not", () => {
    expect(certificateState(verified, "2023-11-21")).toBe("in_force");
    expect(isInForce(verified, "2023-11-20")).toBe(false);
  });

  it("it is expiring with ninety days left and not with ninety-one", () => {
    expect(certificateState(verified, addDays("2026-11-21", -91))).toBe("in_force");
    expect(certificateState(verified, addDays("2026-11-21", -90))).toBe("expiring");
    expect(daysLeft("2026-11-21", "2026-11-21")).toBe(0);
    expect(daysLeft("2026-11-21", "2026-11-22")).toBe(-1);
  });

  it("the running month counts as left", () => {
    expect(monthsLeft("2026-11-21", "2023-11-21")).toBe(36);
    expect(monthsLeft("2026-11-21", "2023-12-20")).toBe(36);
    expect(monthsLeft("2026-11-21", "2023-12-21")).toBe(35);
    expect(monthsLeft("2026-11-21", "2026-10-20")).toBe(2);
    expect(monthsLeft("2026-11-21", "2026-10-21")).toBe(1);
    expect(monthsLeft("2026-11-21", "2026-11-21")).toBe(1);
    expect(monthsLeft("2026-11-21", "2026-11-22")).toBe(0);
    expect(monthsLeft("2026-11-21", "2020-01-01")).toBe(36);
  });
});

describe("what takes a certificate's force away", () => {
  it("a dossier that waits or was rejected has no force on any day", () => {
    for (const status of ["submitted", "rejected"] as const) {
      expect(certificateState({ ...verified, status }, "2025-01-01")).toBe(status);
      expect(isInForce({ ...verified, status }, "2025-01-01")).toBe(false);
    }
  });

  it("a revoked certificate is revoked at once and stays so after its date", () => {
    const revoked = { ...verified, status: "revoked", revoked_on: "2025-06-01" } as const;
    expect(certificateState(revoked, "2025-06-01")).toBe("revoked");
    expect(certificateState(revoked, "2027-01-01")).toBe("revoked");
    expect(certificateState({ ...revoked, revoked_on: null }, "2025-06-01")).toBe("revoked");
  });

  it("a revocation that was announced counts from its day", () => {
    const announced = { ...verified, revoked_on: "2025-06-01" };
    expect(certificateState(announced, "2025-05-31")).toBe("in_force");
    expect(certificateState(announced, "2025-06-01")).toBe("revoked");
  });

  it("only a waiting dossier is verified or rejected, and only a verified one revoked", () => {
    expect(certificationAfter("submitted", "verify")).toBe("verified");
    expect(certificationAfter("submitted", "reject")).toBe("rejected");
    expect(certificationAfter("submitted", "revoke")).toBeNull();
    expect(certificationAfter("verified", "revoke")).toBe("revoked");
    expect(certificationAfter("verified", "reject")).toBeNull();
    expect(certificationAfter("rejected", "verify")).toBeNull();
    expect(certificationAfter("revoked", "revoke")).toBeNull();
    expect(certificationAfter("revoked", "verify")).toBeNull();
  });
});

describe("the stars of today", () => {
  const with_stars = (stars: Stars, facts: Partial<CertificateFacts> = {}) => ({
    ...verified,
    ...facts,
    stars,
  });

  it("the highest certificate in force gives the stars", () => {
    expect(starsToday([with_stars(3), with_stars(4)], "2025-01-01")).toBe(4);
    expect(starsToday([with_stars(5, { status: "revoked" }), with_stars(3)], "2025-01-01")).toBe(3);
  });

  it("there are no stars without a certificate in force", () => {
    expect(starsToday([], "2025-01-01")).toBeNull();
    expect(starsToday([with_stars(5, { status: "submitted" })], "2025-01-01")).toBeNull();
    expect(starsToday([with_stars(4)], "2026-11-22")).toBeNull();
  });

  it("a re-rating may bring fewer stars when the old certificate has run out", () => {
    const old = with_stars(4);
    const renewed = with_stars(3, { decided_on: "2026-11-01", expires_on: "2029-11-01" });
    expect(starsToday([old, renewed], "2026-11-21")).toBe(4);
    expect(starsToday([old, renewed], "2026-11-22")).toBe(3);
  });

  it("only three, four and five are stars", () => {
    expect([2, 3, 4, 5, 6, "4", null].filter(isStars)).toEqual([3, 4, 5]);
  });
});

describe("who decides", () => {
  const level = (decided_on: string, stars: Stars) =>
    issuerRule({ decided_on, stars, province: dakLak }).level;

  it("three stars came from the province, then the district, then the province again", () => {
    expect(level("2023-02-23", 3)).toBe("province");
    expect(level("2023-02-24", 3)).toBe("district");
    expect(level("2025-07-05", 3)).toBe("district");
    expect(level("2025-07-06", 3)).toBe("province");
  });

  it("four stars always come from the province and five from the ministry", () => {
    for (const date of ["2020-01-01", "2024-01-01", "2026-01-01"]) {
      expect(level(date, 4)).toBe("province");
      expect(level(date, 5)).toBe("ministry");
    }
  });

  it("the ministry has the name that it bore on the day", () => {
    const on = (decided_on: string) => issuerRule({ decided_on, stars: 5, province: hanoi });
    expect(on("2025-01-17").name_vi).toBe("Bộ Nông nghiệp và Phát triển nông thôn");
    expect(on("2025-02-28").name_en).toBe("Ministry of Agriculture and Rural Development");
    expect(on("2025-03-01").name_vi).toBe("Bộ Nông nghiệp và Môi trường");
    expect(on("2025-06-26").name_en).toBe("Ministry of Agriculture and Environment");
  });

  it("a city is called a city, and Đồng Nai only since it is one", () => {
    const four = { decided_on: "2026-01-01", stars: 4 } as const;
    expect(issuerRule({ ...four, province: hanoi }).name_vi).toBe(
      "Ủy ban nhân dân thành phố Hà Nội",
    );
    expect(issuerRule({ ...four, province: dakLak }).name_vi).toBe("Ủy ban nhân dân tỉnh Đắk Lắk");
    expect(issuerRule({ ...four, province: dakLak }).name_en).toBe("People's Committee of Dak Lak");
    expect(issuerRule({ ...four, province: dongNai }).name_vi).toBe(
      "Ủy ban nhân dân tỉnh Đồng Nai",
    );
    expect(issuerRule({ ...four, decided_on: "2026-04-30", province: dongNai }).name_vi).toBe(
      "Ủy ban nhân dân thành phố Đồng Nai",
    );
  });
});

describe("decision numbers", () => {
  it("numbers of published decisions and of the demo are recognised", () => {
    for (const number of [
      "2361/QĐ-BNNMT",
      "377/QĐ-BNN-VPĐP",
      "1032/QĐ-UBND",
      "303/QĐ-BNN",
      "MẪU-0412/QĐ-UBND",
    ]) {
      expect(isDecisionNumber(number)).toBe(true);
      expect(parseDecisionNumber(number.normalize("NFD").toLowerCase())).toBe(number);
    }
  });

  it("anything else is no decision number", () => {
    for (const number of [
      "",
      "QĐ-UBND",
      "123456/QĐ-UBND",
      "12/QD-UBND",
      "12/QĐ-XYZ",
      "12/QĐ-UBND;",
    ]) {
      expect(isDecisionNumber(number)).toBe(false);
      expect(parseDecisionNumber(number)).toBeNull();
    }
    expect(isDecisionNumber("1032/QĐ-UBND".normalize("NFD"))).toBe(true);
    expect(isDecisionNumber("MẪU-0412/QĐ-UBND".normalize("NFD"))).toBe(false);
  });

  it("every state has its own words in both languages", () => {
    for (const language of ["vi", "en"] as const) {
      const names = CERTIFICATE_STATES.map((state) => certificateStateLabel(state, language));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
