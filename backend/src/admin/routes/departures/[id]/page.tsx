import { formatDate } from "@cho-lang/shared/calendar";
import type { OperatorDeparture } from "@cho-lang/shared/contracts/operator-booking";
import { closeReasonLabel } from "@cho-lang/shared/domain/booking";
import { Table, Text } from "@medusajs/ui";
import { Link, useParams } from "react-router-dom";
import { DepartureBadge } from "../../../components/badges";
import { BOOKING_COLUMNS, BookingLine } from "../../../components/booking-table";
import { Fact, Section } from "../../../components/facts";
import { SeatHistory } from "../../../components/seat-history";
import { TableHead } from "../../../components/table-head";
import { useLanguage, useSay } from "../../../lib/language";
import { useListState } from "../../../lib/list-state";
import { phrases } from "../../../lib/phrases";
import { useAnswer } from "../../../lib/use-answer";

const DeparturePage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const list = useListState();
  const path = `/departures/${id}?page=${list.page}`;
  const { data, isError } = useAnswer<OperatorDeparture>(path);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  const pages = Math.max(1, Math.ceil(data.event_count / data.page_size));
  return (
    <div className="flex flex-col gap-y-3">
      <DepartureSection departure={data.departure} />
      <Section title={say(phrases.bookings)}>
        <Table>
          <TableHead columns={BOOKING_COLUMNS} />
          <Table.Body>
            {data.bookings.map((row) => (
              <BookingLine key={row.uuid} row={row} />
            ))}
          </Table.Body>
        </Table>
        {data.bookings.length === 0 ? (
          <Text className="text-ui-fg-subtle px-6 py-4">{say(phrases.nothing)}</Text>
        ) : null}
      </Section>
      <SeatHistory events={data.events} />
      <Table.Pagination
        count={data.event_count}
        pageSize={data.page_size}
        pageIndex={list.page - 1}
        pageCount={pages}
        canPreviousPage={list.page > 1}
        canNextPage={list.page < pages}
        previousPage={() => list.setPage(list.page - 1)}
        nextPage={() => list.setPage(list.page + 1)}
      />
    </div>
  );
};

export default DeparturePage;

function DepartureSection({ departure }: { departure: OperatorDeparture["departure"] }) {
  const language = useLanguage();
  const { close_reason, close_note } = departure;
  const because = close_reason ? closeReasonLabel(close_reason, language) : "";
  return (
    <Section
      title={`${departure.time}, ${formatDate(departure.date, language)}`}
      level="h1"
      actions={<DepartureBadge state={departure.state} />}
    >
      <Fact label={phrases.tour}>{departure.tour.title}</Fact>
      <Fact label={phrases.producer}>
        <Link to={`/producers/${departure.producer.id}`} className="text-ui-fg-interactive">
          {departure.producer.name}
        </Link>
      </Fact>
      <Fact label={phrases.closedBecause}>
        {[because, close_note].filter((text) => text !== "").join(". ")}
      </Fact>
      <Fact label={phrases.capacity}>{departure.capacity}</Fact>
      <Fact label={phrases.confirmed}>{departure.confirmed}</Fact>
      <Fact label={phrases.held}>{departure.held}</Fact>
      <Fact label={phrases.seatsLeft}>{departure.seats_left}</Fact>
      <Fact label={phrases.arrived}>{departure.arrived}</Fact>
    </Section>
  );
}
