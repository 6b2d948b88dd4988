import type { PublicDeparture } from "@cho-lang/shared/contracts/booking";
import type { RefundStep } from "@cho-lang/shared/domain/booking";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import type { Visit } from "./visit";

type SumProps = { visit: Visit; departure: PublicDeparture; date: string };

/** Day, party and seats, what it costs, and what a cancellation gives back when. */
export function VisitSum({ visit, departure, date }: SumProps) {
  const { booking: words } = usePhrases();
  const language = useLanguage();
  const { option, party, amount_vnd, seats_after } = visit;
  const coming = option.units
    .map(({ id, kind }) => ({ kind, count: party[id] ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <div id="visit-sum">
      <dl className="visit-sum" aria-live="polite">
        <div>
          <dt>{words.visitAt({ date, time: departure.time })}</dt>
          <dd>
            {seats_after < 0 ? (
              <strong className="font-semibold text-lua-chu">
                {words.seatsShort(departure.seats_left)}
              </strong>
            ) : (
              words.seatsAfter(seats_after)
            )}
          </dd>
        </div>
        <div>
          <dt>{coming.length > 0 ? words.partyWords(coming) : words.nobody}</dt>
          <dd className="num" data-sum>
            {formatVnd(amount_vnd, language)}
          </dd>
        </div>
        <div className="visit-total">
          <dt>{words.total}</dt>
          <dd className="num" data-sum>
            {formatVnd(amount_vnd, language)}
          </dd>
        </div>
      </dl>
      <Refunds steps={visit.refunds} />
    </div>
  );
}

function Refunds({ steps }: { steps: readonly RefundStep[] }) {
  const { booking: words } = usePhrases();
  const language = useLanguage();
  return (
    <section className="refunds" aria-labelledby="refunds-title">
      <h3 className="font-semibold" id="refunds-title">
        {words.cancelTitle}
      </h3>
      <dl>
        {steps.map(({ until, refund_percent: percent, refund_vnd }, index) => (
          <div key={until?.toISOString() ?? "later"}>
            <dt>{words.refundUntil({ until, percent, isFirst: index === 0 })}</dt>
            <dd className="num" data-refund={percent > 0 ? percent : undefined}>
              {percent > 0 ? formatVnd(refund_vnd, language) : words.refundNone}
            </dd>
          </div>
        ))}
      </dl>
      {steps.length > 1 ? <p className="small quiet">{words.refundNote}</p> : null}
    </section>
  );
}
