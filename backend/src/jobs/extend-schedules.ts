import type { MedusaContainer } from "@medusajs/framework/types";
import { extendSchedulesWorkflow } from "../workflows/booking/extend-schedules";

/** Shortly after midnight in Vietnam: one more day of departures, 18 months ahead. */
export default async function extendSchedules(container: MedusaContainer): Promise<void> {
  await extendSchedulesWorkflow(container).run({ input: {} });
}

export const config = { name: "extend-schedules", schedule: "10 17 * * *" };
