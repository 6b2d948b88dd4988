import { formatInstant } from "@cho-lang/shared/calendar";
import type { ProducerRefundRequest } from "@cho-lang/shared/contracts/refund-request";
import { requestReasonLabel } from "@cho-lang/shared/domain/refund-request";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Price } from "~/ui/price";
import { SectionHead } from "~/ui/section-head";
import { isOverdue, requestHistory } from "./request-view";
import { untilWords } from "./until";

type RequestProps = { request: ProducerRefundRequest };

/** Where a request stands and until when somebody has to do something. */
export function RequestState({ request, now }: RequestProps & { now: string }) {
  const { requests } = usePhrases().portal;
  const language = useLanguage();
  const { state, answer_by, send_back_by, granted_vnd, refunded_at } = request;
  const until = (instant: string) => untilWords(instant, { now, language, words: requests });
  if (state === "open") {
    return isOverdue(request, now) ? (
      <p>{requests.overdue}</p>
    ) : (
      <p>
        <strong className="state-word is-attention">{requests.before(until(answer_by))}</strong>{" "}
        {requests.beforeElse}
      </p>
    );
  }
  const isCalledOff = state === "refunded" && (granted_vnd ?? 0) === 0 && refunded_at !== null;
  return (
    <p>
      {isCalledOff ? requests.calledOff : requests.next[state]}{" "}
      {state === "to_send_back" && send_back_by
        ? requests.sendBackBefore(until(send_back_by))
        : null}
    </p>
  );
}

/** The reason and the buyer's own words. */
export function BuyerSays({ request }: RequestProps) {
  const { requests } = usePhrases().portal;
  const language = useLanguage();
  return (
    <section className="mt-8" aria-labelledby="says">
      <SectionHead title={requests.says} id="says" />
      <p className="mt-2 font-semibold">{requestReasonLabel(request.reason, language)}</p>
      <p className="mt-1 whitespace-pre-line break-words">{requests.quote(request.text)}</p>
    </section>
  );
}

/** The buyer's photos; each opens large on a page of its own. */
export function BuyerPhotos({ request }: RequestProps) {
  const { requests } = usePhrases().portal;
  const href = useHref();
  const { id, photos } = request;
  if (photos.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="photos">
      <SectionHead title={requests.photos} id="photos">
        <p className="small">{requests.photoHint}</p>
      </SectionHead>
      <ul className="photos">
        {photos.map((photo, index) => {
          const path = href(`/producer/requests/${id}/photos/${photo.id}`);
          return (
            <li key={photo.id}>
              <a href={path}>
                <img
                  src={path}
                  width={photo.width}
                  height={photo.height}
                  alt={requests.photo({ position: index + 1, of: photos.length })}
                  loading="lazy"
                  decoding="async"
                />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What it is about and what the buyer wants back. */
export function RequestSums({ request }: RequestProps) {
  const { portal } = usePhrases();
  const { requests } = portal;
  const { lines, amount_vnd, granted_vnd } = request;
  const isOther = granted_vnd !== null && granted_vnd !== amount_vnd;
  return (
    <section className="mt-8" aria-labelledby="about">
      <SectionHead title={requests.about} id="about" />
      {lines.length > 0 ? (
        <ul className="order-lines">
          {lines.map((line, index) => (
            // Lines have no id of their own here, and their order never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same title
            <li key={index} className="order-line">
              <span className="min-w-0 flex-1">
                {line.title}
                <span className="small quiet block">{line.unit}</span>
              </span>
              <span className="sr">{portal.timesSpoken(line.quantity)}</span>
              <span className="order-count" aria-hidden="true">
                {portal.times(line.quantity)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2">{requests.wholeOrder}</p>
      )}
      <dl className="sums">
        <div className="sums-due">
          <dt>{amount_vnd > 0 ? requests.asks : requests.noMoney}</dt>
          <dd>{amount_vnd > 0 ? <Price amount={amount_vnd} /> : null}</dd>
        </div>
        {isOther ? (
          <div className="sums-due">
            <dt>{requests.grantedSum}</dt>
            <dd>
              <Price amount={granted_vnd} />
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

/** What has happened so far, with what the producer and the market wrote. */
export function RequestHistory({ request }: RequestProps) {
  const { requests } = usePhrases().portal;
  const language = useLanguage();
  return (
    <section className="mt-8" aria-labelledby="history">
      <SectionHead title={requests.history} id="history" />
      <ol className="stages mt-3">
        {requestHistory(request).map(({ what, at, text }) => (
          <li key={what}>
            <span className="font-medium">{requests.happened[what]}</span>
            <time className="small quiet block" dateTime={at}>
              {formatInstant(new Date(at), language)}
            </time>
            {text ? <p className="whitespace-pre-line break-words">{text}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
