import { formatDate } from "@cho-lang/shared/calendar";
import type { OperatorBookingRow } from "@cho-lang/shared/contracts/operator-booking";
import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import { formatVnd } from "@cho-lang/shared/money";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { phrases } from "../lib/phrases";
import { BookingBadge } from "./badges";

export const BOOKING_COLUMNS = [
  phrases.code,
  phrases.departure,
  phrases.tour,
  phrases.producer,
  phrases.guest,
  phrases.pax,
  phrases.total,
  phrases.state,
];

/** One booking in a table whose columns are BOOKING_COLUMNS. */
export function BookingLine({ row }: { row: OperatorBookingRow }) {
  const language = useLanguage();
  const say = useSay();
  const { departure } = row;
  return (
    <Table.Row>
      <Table.Cell>
        <Link to={`/bookings/${row.uuid}`} className="text-ui-fg-interactive">
          {formatTicketCode(row.code)}
        </Link>
      </Table.Cell>
      <Table.Cell>
        <Link to={`/departures/${departure.id}`} className="text-ui-fg-interactive">
          {departure.time}, {formatDate(departure.date, language)}
        </Link>
      </Table.Cell>
      <Table.Cell>{row.tour.title}</Table.Cell>
      <Table.Cell>{row.producer.name}</Table.Cell>
      <Table.Cell>{row.full_name || say(phrases.held)}</Table.Cell>
      <Table.Cell>{row.pax}</Table.Cell>
      <Table.Cell>{formatVnd(row.amount_vnd, language)}</Table.Cell>
      <Table.Cell>
        <BookingBadge status={row.status} is_no_show={row.is_no_show} />
      </Table.Cell>
    </Table.Row>
  );
}
