import { formatTimeInVietnam, todayInVietnam } from "@cho-lang/shared/calendar";
import { VisitFacts } from "~/features/booking/visit-facts";
import { useHref, usePhrases } from "~/language/phrases";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { LineTitle, RemoveLine } from "./line-parts";
import type { CartLine } from "./totals";

export type VisitLineProps = {
  line: CartLine;
  /** Why the last press was not taken. */
  fault?: string | undefined;
  /** The server's clock (ISO 8601). */
  now: string;
};

/** A visit in the cart: which day, who comes, where to meet, and how long its seats are held. */
export function VisitLine({ line, fault, now }: VisitLineProps) {
  const { cart } = usePhrases();
  const href = useHref();
  const { product } = line;
  const page = product.handle ? href(`/tours/${product.handle}`) : null;
  return (
    <li className="cart-line cart-visit" id={`line-${line.id}`} tabIndex={-1}>
      <Picture picture={line.picture} className="cart-picture" isDecoration />
      <div className="cart-name">
        <LineTitle title={product.title} page={page} />
        {line.visit ? <VisitFacts visit={line.visit} meetingLabel={cart.meetingPoint} /> : null}
      </div>
      <p className="cart-price">
        <Price amount={line.total_vnd} />
      </p>
      <RemoveLine line={line}>{cart.removeVisit}</RemoveLine>
      <div className="cart-trouble grid gap-2 empty:hidden">
        {fault ? (
          <p className="fault" id={`fault-${line.id}`} role="alert">
            {fault}
          </p>
        ) : null}
        {line.problem ? <Trouble line={line} page={page} /> : <Hold line={line} now={now} />}
      </div>
    </li>
  );
}

function Trouble({ line, page }: { line: CartLine; page: string | null }) {
  const { cart } = usePhrases();
  const { problem, visit } = line;
  if (!problem) return null;
  const month = visit && todayInVietnam(new Date(visit.starts_at)).slice(0, 7);
  return (
    <Notice icon="warn">
      <p>{cart.problems[problem](line)}</p>
      {page && problem !== "producer_closed" && problem !== "not_for_sale" ? (
        <ButtonLink
          look="outline"
          className="mt-2"
          href={`${page}${month ? `?month=${month}` : ""}#book`}
        >
          {cart.otherDays}
        </ButtonLink>
      ) : null}
    </Notice>
  );
}

/**
 * Until when the seats are kept; script turns it into a countdown by the attributes, which
 * enhance/hold.ts reads. When the hold ran out the seats are taken as the order is placed.
 */
function Hold({ line, now }: { line: CartLine; now: string }) {
  const { hold } = usePhrases().cart;
  const { visit, product } = line;
  if (!visit) return null;
  const until = new Date(visit.expires_at);
  const isOver = until <= new Date(now);
  return (
    <Notice tone={isOver ? "attention" : "calm"} icon="clock">
      {isOver ? (
        <p>{hold.ranOut}</p>
      ) : (
        <p
          role="timer"
          data-hold={until.getTime()}
          data-now={Date.parse(now)}
          data-left={hold.left}
          data-five={hold.soon({ minutes: 5, title: product.title })}
          data-one={hold.soon({ minutes: 1, title: product.title })}
          data-over={hold.over(product.title)}
          data-checking={hold.checking}
        >
          {hold.until(formatTimeInVietnam(until))}
        </p>
      )}
      {visit.can_extend ? (
        <Button
          look="outline"
          name="intent"
          value={`extend:${line.id}`}
          id={`extend-${line.id}`}
          className="mt-2"
          aria-label={isOver ? hold.againOf(product.title) : hold.extendOf(product.title)}
        >
          {isOver ? hold.again : hold.extend}
        </Button>
      ) : null}
      {visit.can_extend && !isOver ? <p className="text-13 quiet mt-1">{hold.once}</p> : null}
    </Notice>
  );
}
