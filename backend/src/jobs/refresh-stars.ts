import { todayInVietnam } from "@cho-lang/shared/calendar";
import { noteChanges } from "../modules/search-postgres";
import { productsChangedByDate } from "../reports/catalog-lag";

/**
 * At midnight in Vietnam: certificates that ended yesterday or begin today. Search reads expired
 * stars as none without this; it brings what takes their place and the new day's order. A worker
 * that slept over midnight does it when it boots, see mend-catalog.
 */
export default async function refreshStars(): Promise<void> {
  await noteChanges(await productsChangedByDate(todayInVietnam(new Date())));
}

export const config = { name: "refresh-stars", schedule: "0 17 * * *" };
