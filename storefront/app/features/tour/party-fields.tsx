import type { PublicDeparture, TourOption } from "@cho-lang/shared/contracts/booking";
import { MAX_OF_UNIT, unitPriceAt } from "@cho-lang/shared/domain/booking";
import { formatVnd } from "@cho-lang/shared/money";
import type { ReactNode } from "react";
import { useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Stepper } from "~/ui/stepper";
import type { Visit } from "./visit";
import { unitField } from "./visit-query";

type PartyProps = {
  visit: Visit;
  departure: PublicDeparture;
  /** The unit that the fault is about. */
  faultyUnit: string | null;
  isRefused: boolean;
  message: ReactNode;
};

/** How many of each kind come, with what one costs and what holds for that kind. */
export function PartyFields({ visit, departure, faultyUnit, isRefused, message }: PartyProps) {
  const { booking: words } = usePhrases();
  const { option, party } = visit;
  const { min_party: min, max_party: max } = option;
  return (
    <fieldset className="party" data-party data-most={max}>
      <legend className="legend mb-2">{words.party}</legend>
      {message}
      {option.units.map((unit) => (
        <UnitRow
          key={unit.id}
          unit={unit}
          max_party={max}
          count={party[unit.id] ?? 0}
          percent={departure.price_percent}
          isFaulty={unit.id === faultyUnit}
          takesFocus={isRefused && unit.id === faultyUnit}
        />
      ))}
      <p className="small quiet mt-2">{words.partyLimits({ min, max })}</p>
    </fieldset>
  );
}

type UnitRowProps = {
  unit: TourOption["units"][number];
  max_party: number;
  count: number;
  percent: number;
  isFaulty: boolean;
  takesFocus: boolean;
};

function UnitRow({ unit, max_party, count, percent, isFaulty, ...rest }: UnitRowProps) {
  const { booking: words } = usePhrases();
  const language = useLanguage();
  const { id, kind, price_vnd, pax_count, accompanied_by } = unit;
  const price = unitPriceAt(unit, percent);
  const most = pax_count > 0 ? Math.floor(max_party / pax_count) : MAX_OF_UNIT;
  const rules = [
    pax_count === 1 ? "" : words.takesSeats(pax_count),
    accompanied_by.length > 0 ? words.accompanied(accompanied_by) : "",
  ].filter(Boolean);
  return (
    <div className="party-row">
      <div className="min-w-0" id={`about-${id}`}>
        <p className="font-medium">
          {[words.unit(kind), words.ages(unit)].filter(Boolean).join(" ")}
        </p>
        <p className="small quiet">
          <span className="num" data-price-of={id}>
            {price === 0 ? words.free : formatVnd(price, language)}
          </span>
          {rules.length > 0 ? `, ${rules.join(", ")}` : ""}
        </p>
      </div>
      <Stepper
        id={`count-${id}`}
        name={unitField(id)}
        label={words.countOf(kind)}
        lessLabel={words.lessOf(kind)}
        moreLabel={words.moreOf(kind)}
        min={0}
        max={Math.min(MAX_OF_UNIT, most)}
        defaultValue={Number.isNaN(count) ? "" : count}
        aria-describedby={isFaulty ? "visit-fault" : `about-${id}`}
        aria-invalid={isFaulty ? true : undefined}
        data-unit={id}
        data-price={price_vnd}
        data-pax={pax_count}
        {...takesFocus(rest.takesFocus)}
      />
    </div>
  );
}

/** What each kind of visitor pays, before a day is chosen. */
export function UnitPrices({ option }: { option: TourOption }) {
  const { booking: words } = usePhrases();
  const language = useLanguage();
  return (
    <dl className="unit-prices">
      {option.units.map((unit) => (
        <div key={unit.id}>
          <dt>{[words.unit(unit.kind), words.ages(unit)].filter(Boolean).join(", ")}</dt>
          <dd className="num">
            {unit.price_vnd === 0 ? words.free : formatVnd(unitPriceAt(unit, 100), language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
