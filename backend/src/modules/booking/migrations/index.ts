import type { SqlMigration } from "../../../lib/migrate";
import { createBooking } from "./001-booking";
import { takeSeats } from "./002-take-seats";
import { findPhone } from "./003-phone";

export const migrations: SqlMigration[] = [createBooking, takeSeats, findPhone];
