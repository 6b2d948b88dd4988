import type { SqlMigration } from "../../../lib/migrate";

/** The operator finds a guest who telephones. Holds have no number yet and cost nothing here. */
export const findPhone: SqlMigration = {
  title: "003-phone",
  up: `
    CREATE INDEX booking_phone ON booking.booking (phone) WHERE phone <> '';
  `,
};
