import type { Language, Phrase } from "../language";

/** Kinds of places that welcome visitors: craft villages and rural sites. */
export const VILLAGE_KINDS = ["craft", "community", "farm", "rural"] as const;
export type VillageKind = (typeof VILLAGE_KINDS)[number];

/** The kinds of places in words. */
export const VILLAGE_KIND_LABELS: Readonly<Record<VillageKind, Phrase>> = {
  craft: { vi: "Làng nghề", en: "Craft village" },
  community: { vi: "Du lịch cộng đồng", en: "Community tourism" },
  farm: { vi: "Vườn, trang trại", en: "Farm or orchard" },
  rural: { vi: "Điểm du lịch nông thôn", en: "Rural site" },
};

/** One kind of place in words. */
export function villageKindLabel(kind: VillageKind, language: Language): string {
  return VILLAGE_KIND_LABELS[kind][language];
}
