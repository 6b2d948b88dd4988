import { todayInVietnam } from "@cho-lang/shared/calendar";
import { trimEmptyQueries } from "../modules/search-postgres";

/** Every night: texts that found nothing are forgotten after three months, rare ones sooner. */
export default async function trimEmptyQueriesJob(): Promise<void> {
  await trimEmptyQueries(todayInVietnam(new Date()));
}

export const config = { name: "trim-empty-queries", schedule: "40 19 * * *" };
