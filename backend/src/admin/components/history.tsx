import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorEvent } from "@cho-lang/shared/contracts/operator";
import { Text } from "@medusajs/ui";
import { useLanguage, useSay } from "../lib/language";
import { eventPhrases, phrases } from "../lib/phrases";
import { Section } from "./facts";

/** Who decided what and why, oldest first. */
export function History({ events }: { events: OperatorEvent[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(phrases.history)}>
      {events.length === 0 ? (
        <Text className="text-ui-fg-subtle px-6 py-4">{say(phrases.noHistory)}</Text>
      ) : null}
      <ol className="divide-y">
        {events.map((event) => {
          const phrase = eventPhrases[event.kind];
          return (
            <li key={event.id} className="px-6 py-3">
              <Text size="small" weight="plus">
                {phrase ? say(phrase) : event.kind}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {event.actor_name} · {formatInstant(new Date(event.at), language)}
              </Text>
              {event.reason ? <Text size="small">{event.reason}</Text> : null}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
