import { formatInstant } from "@cho-lang/shared/calendar";
import { formatPhone } from "@cho-lang/shared/phone";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import type { RequestNotice } from "./answer-request.server";
import type { RequestPageFacts } from "./load-request-page.server";
import { refundPath } from "./paths";
import { RequestCard } from "./request-card";
import { RequestForm } from "./request-form";
import type { RequestAnswer } from "./request-values";

export type RequestPageProps = {
  page: RequestPageFacts;
  /** What the last press said. */
  notice: RequestNotice | null;
  /** What was typed and is wrong. */
  answer: RequestAnswer | null;
};

/** What was asked for of one order and how it stands, and the form to ask. */
export function RequestPage({ page, notice, answer }: RequestPageProps) {
  const { refundRequest: words } = usePhrases();
  const href = useHref();
  const { choice, requests, purchase, producerPhone: phone } = page;
  const { id, signature } = purchase;
  const token = signature ? `?token=${encodeURIComponent(signature)}` : "";
  const action = href(refundPath({ id, number: choice.order.number, signature }));
  return (
    <div className="wrap pt-4">
      <div className="request-page">
        <a className="link tap gap-1" href={href(`/purchase/${id}${token}`)}>
          <Icon name="left" size={20} />
          {words.back(purchase.number)}
        </a>
        <h1 className="t-page mt-2">{words.heading}</h1>
        <p className="quiet mt-1">{words.ofOrder(choice.order)}</p>
        {notice && !answer ? (
          <div id="notice" tabIndex={-1} {...takesFocus()}>
            <Notice role="status" icon={NOTICE_ICONS[notice] ?? "info"} className="mt-4">
              {words.notices[notice]}
            </Notice>
          </div>
        ) : null}
        {requests.length > 0 ? (
          <section className="mt-6" aria-labelledby="requests">
            <h2 className="t-section" id="requests">
              {words.requests}
            </h2>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} page={page} action={action} />
            ))}
          </section>
        ) : null}
        <Ask page={page} answer={answer} action={action} />
        {phone ? (
          <p className="mt-6">
            <a className="link tap" href={`tel:${phone}`}>
              {(requests.length > 0 ? words.callBack : words.call)(formatPhone(phone))}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  );
}

const NOTICE_ICONS = { sent: "check", withdrawn: "check" } as const satisfies Partial<
  Record<RequestNotice, "check">
> as Partial<Record<RequestNotice, "check">>;

type AskProps = Pick<RequestPageProps, "page" | "answer"> & { action: string };

function Ask({ page, answer, action }: AskProps) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const { choice, requests } = page;
  if (choice.closed === "request_open") return null;
  if (choice.closed) {
    // What was asked before says enough.
    if (choice.closed === "nothing_fits" && requests.length > 0) return null;
    return (
      <Notice tone="calm" className="mt-6">
        {words.closed[choice.closed]}
      </Notice>
    );
  }
  return (
    <section className="mt-6" aria-label={words.newRequest}>
      {requests.length > 0 ? <h2 className="t-section mb-4">{words.newRequest}</h2> : null}
      <RequestForm page={page} answer={answer} action={action} />
      {choice.until ? (
        <p className="small quiet mt-3">
          {words.until(formatInstant(new Date(choice.until), language))}
        </p>
      ) : null}
    </section>
  );
}
