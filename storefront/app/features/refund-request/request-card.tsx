import { formatInstant } from "@cho-lang/shared/calendar";
import type { RefundRequest } from "@cho-lang/shared/contracts/refund-request";
import { REQUEST_KIND_LABELS, requestReasonLabel } from "@cho-lang/shared/domain/refund-request";
import { formatPhone } from "@cho-lang/shared/phone";
import type { ReactNode } from "react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { Price } from "~/ui/price";
import { canWithdraw } from "./asking";
import type { RequestPageFacts } from "./load-request-page.server";
import { photoPath } from "./paths";
import { RequestNews } from "./request-news";

export type RequestCardProps = {
  request: RefundRequest;
  page: Pick<RequestPageFacts, "purchase" | "producerPhone">;
  /** Where its form is sent to. */
  action: string;
};

/** One request with everything that was said in it, and the way to take it back. */
export function RequestCard({ request, page, action }: RequestCardProps) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const { producerPhone: phone, purchase } = page;
  return (
    <article className="request-card" aria-label={request.number}>
      <RequestNews request={request} provider={purchase.provider}>
        {request.state === "to_send_back" && phone ? (
          <a className="link tap" href={`tel:${phone}`}>
            {words.callBack(formatPhone(phone))}
          </a>
        ) : null}
      </RequestNews>
      <dl className="request-facts">
        <Fact name={words.askedAt}>{formatInstant(new Date(request.asked_at), language)}</Fact>
        <Fact name={words.reason}>{requestReasonLabel(request.reason, language)}</Fact>
        {request.lines.length > 0 ? (
          <Fact name={words.lines}>
            {request.lines.map((line) => (
              <span key={`${line.title}${line.unit}`} className="block">
                {words.line(line)} {line.unit ? <span className="quiet">({line.unit})</span> : null}
              </span>
            ))}
          </Fact>
        ) : null}
        <Fact name={words.kind}>{REQUEST_KIND_LABELS[request.kind][language]}</Fact>
        <Fact name={words.asked}>
          {request.amount_vnd > 0 ? <Price amount={request.amount_vnd} /> : words.askedNothing}
        </Fact>
        {request.granted_vnd !== null && request.granted_vnd > 0 ? (
          <Fact name={words.granted}>
            <Price amount={request.granted_vnd} />
          </Fact>
        ) : null}
        <Fact name={words.youWrote}>
          <span className="request-words block">{request.text}</span>
        </Fact>
      </dl>
      <Photos request={request} purchase={purchase} />
      {canWithdraw(request) ? <Withdraw id={request.id} action={action} /> : null}
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Photos({
  request,
  purchase,
}: Pick<RequestCardProps["page"], "purchase"> & { request: RefundRequest }) {
  const { refundRequest: words } = usePhrases();
  const href = useHref();
  const { id, signature } = purchase;
  if (request.photos.length === 0) return null;
  return (
    <ul className="request-photos">
      {request.photos.map((photo, index) => {
        const address = href(photoPath({ id, photo: photo.id, signature }));
        return (
          <li key={photo.id}>
            <a href={address} aria-label={words.openPhoto(index + 1)}>
              <img
                src={address}
                width={photo.width}
                height={photo.height}
                alt={words.photo(index + 1)}
                loading="lazy"
                decoding="async"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Folded away, so that nobody withdraws by one press. */
function Withdraw({ id, action }: { id: string; action: string }) {
  const { refundRequest: words } = usePhrases();
  return (
    <details className="mt-2">
      <summary className="link tap">{words.withdraw}</summary>
      <form method="post" action={action} className="mt-1 grid justify-items-start gap-3">
        <input type="hidden" name="request" value={id} />
        <p>{words.withdrawText}</p>
        <Button look="outline" name="intent" value="withdraw">
          {words.withdrawDo}
        </Button>
      </form>
    </details>
  );
}
