import type { LocalDate } from "@cho-lang/shared/calendar";
import type { Maker } from "@cho-lang/shared/contracts/producer-page";
import { isProducerOpenOn } from "@cho-lang/shared/domain/producer";
import { addressLine } from "../../../lib/address";
import { pictureOf } from "../place";

type MakerRow = Parameters<typeof addressLine>[0] &
  Parameters<typeof pictureOf>[0] &
  Parameters<typeof isProducerOpenOn>[0] &
  Omit<Maker, "address" | "picture" | "is_open">;

/** A producer as shoppers meet it, on its own page and on those of its goods. */
export function makerView(row: MakerRow, today: LocalDate): Maker {
  return {
    handle: row.handle,
    name: row.name,
    legal_form: row.legal_form,
    story: row.story,
    registration_number: row.registration_number,
    address: addressLine(row),
    phone: row.phone,
    picture: pictureOf(row),
    is_open: isProducerOpenOn(row, today),
  };
}
