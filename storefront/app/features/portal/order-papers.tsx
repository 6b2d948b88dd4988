import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { isRequestEnded } from "@cho-lang/shared/domain/refund-request";
import { Link } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { FactRows } from "~/ui/facts";
import { SectionHead } from "~/ui/section-head";

type OrderProps = { order: ProducerOrder };

/** What the buyer asked about this order, the newest first; each leads to its own page. */
export function OrderRequests({ order }: OrderProps) {
  const { requests: words } = usePhrases().portal;
  const href = useHref();
  const { requests } = order;
  if (requests.length === 0) return null;
  return (
    <section className="mb-4" aria-label={words.onOrder}>
      <ul className="grid gap-2">
        {requests.map(({ id, number, state }) => {
          const isEnded = isRequestEnded(state);
          return (
            <li key={id} className={isEnded ? "notice notice-calm" : "notice"}>
              <div className="min-w-0 flex-1">
                {isEnded ? null : <p className="font-semibold">{words.onOrder}</p>}
                <p>{words.next[state]}</p>
                <Link className="link tap" to={href(`/producer/requests/${id}`)}>
                  {words.seeRequest(number)}
                </Link>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** For whom the buyer wants the e-invoice, which the producer issues. */
export function InvoiceFor({ order }: OrderProps) {
  const { portal } = usePhrases();
  const { invoice } = order;
  if (!invoice) return null;
  return (
    <section className="mt-8" aria-labelledby="invoice">
      <SectionHead title={portal.invoice} id="invoice" />
      <p className="quiet small mt-2 mb-2">{portal.invoiceText}</p>
      <FactRows
        facts={[
          { term: portal.invoiceCompany, fact: invoice.company },
          { term: portal.invoiceTaxNumber, fact: invoice.tax_number },
          { term: portal.invoiceAddress, fact: invoice.address },
          { term: portal.invoiceEmail, fact: invoice.email },
        ]}
      />
    </section>
  );
}
