import type { LocalDate } from "@cho-lang/shared/calendar";
import { usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { Stepper } from "~/ui/stepper";
import type { CatalogData } from "./catalog.server";
import { useCatalogHref } from "./catalog-href";
import { MAX_PARTY, USUAL_PARTY, withChange, withoutVisit } from "./state";
import { weekend } from "./weekend";

/**
 * "What can four of us do on Saturday?": day and party, with the coming weekend one press away.
 * The fields belong to the form of filters, so that a day keeps the filters and they keep it.
 */
export function VisitSearch({ kind, state, today }: CatalogData) {
  const { booking, common } = usePhrases();
  const words = booking.search;
  const hrefOf = useCatalogHref(kind);
  const party = Number.isNaN(state.party) ? USUAL_PARTY : state.party;
  return (
    <section className="visit-search" id="catalog-visit" aria-labelledby="visit-title">
      <h2 className="font-semibold" id="visit-title">
        {words.title}
      </h2>
      <div className="visit-fields">
        <label className="field" htmlFor="visit-date">
          <span className="small">{words.date}</span>
          <input
            className="input"
            type="date"
            id="visit-date"
            name="available_on"
            form="catalog-form"
            min={today}
            defaultValue={state.available_on}
          />
        </label>
        <div className="field">
          <span className="small" aria-hidden="true">
            {words.party}
          </span>
          <Stepper
            id="visit-party"
            name="party"
            form="catalog-form"
            label={words.party}
            lessLabel={common.less}
            moreLabel={common.more}
            max={MAX_PARTY}
            defaultValue={party}
          />
        </div>
        <Button form="catalog-form" className="without-script">
          {words.submit}
        </Button>
        <nav className="visit-quick" aria-label={words.quickLabel} data-refines>
          {weekend(today).map((date) => (
            <a
              key={date}
              className="chip"
              href={hrefOf(withChange(state, { available_on: date, party }))}
              aria-current={date === state.available_on ? "true" : undefined}
              rel="nofollow"
            >
              {words.quick({ date, today })}
            </a>
          ))}
        </nav>
      </div>
    </section>
  );
}

/** Nothing is free on the asked day: what is on the days around it, and the list without a day. */
export function NoVisitThen({ kind, state, today, neighbours }: CatalogData) {
  const { booking } = usePhrases();
  const words = booking.search;
  const hrefOf = useCatalogHref(kind);
  const { available_on: date, party } = state;
  const link = (label: string, href: string) => (
    <li key={href}>
      <a className="link tap" href={href} rel="nofollow">
        {label}
      </a>
    </li>
  );
  return (
    <div>
      <p>{date < today ? words.past : words.nothing({ date, party })}</p>
      {neighbours.length > 0 ? <p className="mt-2">{words.neighbours}</p> : null}
      <ul>
        {neighbours.map((each: { date: LocalDate; count: number }) =>
          link(words.neighbour(each), hrefOf(withChange(state, { available_on: each.date }))),
        )}
        {link(words.dropDate, hrefOf(withChange(withoutVisit(state), {})))}
      </ul>
    </div>
  );
}
