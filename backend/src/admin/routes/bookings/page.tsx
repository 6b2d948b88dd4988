import type { OperatorBookings } from "@cho-lang/shared/contracts/operator-booking";
import { BOOKING_STATUS_LABELS, BOOKING_STATUSES } from "@cho-lang/shared/domain/booking";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { Calendar } from "@medusajs/icons";
import { BOOKING_COLUMNS, BookingLine } from "../../components/booking-table";
import { ChoiceFilter, DayFilter, SearchFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { useAnswer } from "../../lib/use-answer";

const BookingsPage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorBookings>(`/bookings?${list.query}`);
  const statuses = BOOKING_STATUSES.map((value) => ({
    value,
    label: say(BOOKING_STATUS_LABELS[value]),
  }));
  return (
    <ListPage
      title={phrases.bookings}
      list={list}
      filters={
        <>
          <SearchFilter list={list} label={phrases.searchBookings} />
          <ChoiceFilter list={list} name="status" label={phrases.state} choices={statuses} />
          <DayFilter list={list} name="date" label={phrases.day} />
        </>
      }
      columns={BOOKING_COLUMNS}
      rows={(data?.bookings ?? []).map((row) => <BookingLine key={row.uuid} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default BookingsPage;

export const config = defineRouteConfig({
  label: "bookings",
  translationNs: "choLang",
  icon: Calendar,
  rank: 4,
});
