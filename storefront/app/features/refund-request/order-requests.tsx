import type { RefundRequest } from "@cho-lang/shared/contracts/refund-request";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { type RequestState, requestStateLabel } from "@cho-lang/shared/domain/refund-request";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { refundPath } from "./paths";
import { RequestNews } from "./request-news";

/** What of a request the page of a purchase knows at least. */
export type RequestMark = { number: string; state: RequestState };

export type OrderRequestsProps = {
  /** Newest first. */
  marks: readonly RequestMark[];
  /** The same in full; null when they did not come in time. */
  requests: readonly RefundRequest[] | null;
  provider: PaymentMethod;
  /** The page of the order's requests. */
  page: Parameters<typeof refundPath>[0];
};

/** What was asked about an order, on the page of its purchase; what was withdrawn is left out. */
export function OrderRequests({ marks, requests, provider, page }: OrderRequestsProps) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const shown = marks.filter(({ state }) => state !== "withdrawn");
  return shown.map(({ number, state }) => {
    const request = requests?.find((each) => each.number === number);
    const link = (
      <a className="link tap" href={href(refundPath(page))} aria-label={words.seeOf(number)}>
        {words.see}
      </a>
    );
    return (
      <div key={number} className="mb-4">
        {request ? (
          <RequestNews request={request} provider={provider}>
            {link}
          </RequestNews>
        ) : (
          <Notice tone="calm">
            <p className="font-semibold">
              {words.request({ number, state: requestStateLabel(state, language) })}
            </p>
            {link}
          </Notice>
        )}
      </div>
    );
  });
}

/** The quiet way to ask. */
export function AskLink({ page }: Pick<OrderRequestsProps, "page">) {
  const { refundRequest: words } = usePhrases();
  const href = useHref();
  return (
    <p className="no-print mt-2">
      <a className="link tap" href={href(refundPath(page))} aria-label={words.askOf(page.number)}>
        {words.ask}
      </a>
    </p>
  );
}
