import { formatTimeInVietnam } from "@cho-lang/shared/calendar";
import type { VisitorRow } from "@cho-lang/shared/contracts/visit";
import { formatTicketCode } from "@cho-lang/shared/domain/booking";
import { useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { CheckRow } from "~/ui/choice";
import { type PortalAnswer, usePending } from "./answer";
import { stop } from "./deed-form";
import { useVisitAction, VisitFields, VisitForm, type VisitPlace } from "./visit-form";
import { people, type VisitorDeed, visitorState } from "./visitor";

type DeedsProps = {
  visitor: VisitorRow;
  deeds: readonly VisitorDeed[];
  name: string;
  place: VisitPlace;
  answer: PortalAnswer | null;
  undoes?: readonly string[] | undefined;
};

/** The buttons of one booking, the likeliest first. */
export function VisitorDeeds({ visitor, deeds, name, place, answer, undoes }: DeedsProps) {
  const words = usePhrases().portal.visits.deeds;
  const arriveLabel = useArriveLabel(visitor);
  if (deeds.length === 0) return null;
  const one = { booking: visitor.uuid, name, ...place };
  const has = (deed: VisitorDeed) => deeds.includes(deed);
  const isShared = visitor.tickets.length > 1 && (has("check-in") || has("undo-check-in"));
  return (
    <div className="deeds on-screen">
      {has("check-in") ? (
        <VisitForm {...one} intent="check-in" look="solid" label={arriveLabel} />
      ) : null}
      {has("collect") ? (
        <VisitForm {...one} intent="collect" label={words.collect(visitor.due_vnd)} />
      ) : null}
      {has("undo-check-in") ? (
        <VisitForm {...one} intent="undo-check-in" label={words.undo} tickets={undoes ?? []} />
      ) : null}
      {has("no-show") ? <VisitForm {...one} intent="no-show" label={words.noShow} /> : null}
      {has("undo-no-show") ? (
        <VisitForm {...one} intent="undo-no-show" label={words.undoNoShow} />
      ) : null}
      {has("undo-collect") ? (
        <VisitForm {...one} intent="undo-collect" look="plain" label={words.undoCollect} />
      ) : null}
      {isShared ? (
        // A change of who has come folds it together again.
        <ByPerson key={arrivedKey(visitor)} {...{ visitor, name, place, answer }} />
      ) : null}
    </div>
  );
}

function arrivedKey(visitor: VisitorRow): string {
  return visitor.tickets.map(({ redeemed_at }) => redeemed_at ?? "").join();
}

/** "Đã đến" for one, "Cả 3 đã đến" for a party, "2 người còn lại đã đến" for half of one. */
function useArriveLabel(visitor: VisitorRow): string {
  const words = usePhrases().portal.visits.deeds;
  const { arrived, of } = visitorState(visitor);
  if (of === 1) return words.arriveOne;
  return arrived === 0 ? words.arriveAll(of) : words.arriveRest(of - arrived);
}

type ByPersonProps = Omit<DeedsProps, "deeds" | "undoes">;

/** Each person with a box to tick, or with the way back for those who have come. */
function ByPerson({ visitor, name, place, answer }: ByPersonProps) {
  const { portal } = usePhrases();
  const { visits } = portal;
  const language = useLanguage();
  const { uuid } = visitor;
  const action = useVisitAction(place.date);
  const isPending = usePending(action, { booking: uuid }) !== null;
  const everyone = people(visitor.tickets, language);
  const absent = everyone.filter(({ redeemed_at }) => redeemed_at === null);
  const present = everyone.filter(({ redeemed_at }) => redeemed_at !== null);
  const fault = answer?.faults.tickets ? `tickets-${uuid}` : undefined;
  const nameOf = (person: (typeof everyone)[number]) =>
    visits.person({ kind: person.word, index: person.index, code: formatTicketCode(person.code) });
  return (
    <details className="fold by-person" open={fault ? true : undefined}>
      <summary className="btn btn-outline">
        {visits.deeds.byPerson} <span className="sr">{name}</span>
      </summary>
      {absent.length > 0 ? (
        <VisitFields intent="check-in" booking={uuid} {...place} className="mt-2 grid gap-2">
          <input type="hidden" name="some" value="yes" />
          <fieldset aria-describedby={fault}>
            <legend className="legend">{visits.people}</legend>
            {absent.map((person) => (
              <CheckRow key={person.id} name="tickets" value={person.id} label={nameOf(person)} />
            ))}
          </fieldset>
          {fault ? (
            <p className="fault" id={fault} tabIndex={-1} data-fault {...takesFocus()}>
              {visits.deeds.byPersonFault}
            </p>
          ) : null}
          <Button
            className="justify-self-start"
            aria-disabled={isPending || undefined}
            onClick={isPending ? stop : undefined}
          >
            {isPending ? portal.saving : visits.deeds.byPersonDo}
          </Button>
        </VisitFields>
      ) : null}
      {present.length > 0 ? (
        <ul className="mt-2">
          {present.map((person) => (
            <li key={person.id} className="person-in">
              <span>
                {nameOf(person)}
                <span className="small quiet block">
                  {visits.arrivedAt(formatTimeInVietnam(new Date(person.redeemed_at ?? "")))}
                </span>
              </span>
              <VisitForm
                {...place}
                intent="undo-check-in"
                booking={uuid}
                tickets={[person.id]}
                name={`${person.word} ${person.index}, ${name}`}
                look="plain"
                label={visits.deeds.undo}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
