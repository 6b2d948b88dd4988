import { formatInstant } from "@cho-lang/shared/calendar";
import type { DepartureEvent } from "@cho-lang/shared/contracts/operator-booking";
import { Table, Text } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { phrases, seatEventPhrases } from "../lib/phrases";
import { Section } from "./facts";
import { TableHead } from "./table-head";

const COLUMNS = [
  phrases.at,
  phrases.change,
  phrases.pax,
  phrases.by,
  phrases.reason,
  phrases.held,
  phrases.confirmed,
  phrases.capacity,
];

/** Who changed which seats and why, with the counters after each change. */
export function SeatHistory({ events }: { events: DepartureEvent[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(phrases.history)}>
      {events.length === 0 ? (
        <Text className="text-ui-fg-subtle px-6 py-4">{say(phrases.nothing)}</Text>
      ) : (
        <Table>
          <TableHead columns={COLUMNS} />
          <Table.Body>
            {events.map((event) => (
              <Table.Row key={event.id}>
                <Table.Cell>{formatInstant(new Date(event.at), language)}</Table.Cell>
                <Table.Cell>
                  <Change event={event} />
                </Table.Cell>
                <Table.Cell>{event.pax > 0 ? `+${event.pax}` : event.pax}</Table.Cell>
                <Table.Cell>{event.actor}</Table.Cell>
                <Table.Cell>{event.reason ?? "–"}</Table.Cell>
                <Table.Cell>{event.held}</Table.Cell>
                <Table.Cell>{event.confirmed}</Table.Cell>
                <Table.Cell>{event.capacity}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  );
}

/** What happened, leading to the booking that it happened to. */
function Change({ event }: { event: DepartureEvent }) {
  const say = useSay();
  const phrase = seatEventPhrases[event.kind];
  const words = phrase ? say(phrase) : event.kind;
  if (!event.booking_uuid) return words;
  return (
    <Link to={`/bookings/${event.booking_uuid}`} className="text-ui-fg-interactive">
      {words}
    </Link>
  );
}
