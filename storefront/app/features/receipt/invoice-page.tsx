import type { InvoiceDetails } from "@cho-lang/shared/contracts/receipt";
import { useHref, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { type InvoiceAnswer, InvoiceForm } from "./invoice-form";

/** What the last press on the form did. */
export type InvoiceNotice = "saved" | "removed";
export const INVOICE_NOTICES: readonly InvoiceNotice[] = ["saved", "removed"];

export type InvoicePageProps = {
  id: string;
  /** The link's signature; null for a customer who is signed in. */
  signature: string | null;
  details: InvoiceDetails | null;
  notice: InvoiceNotice | null;
  answer: InvoiceAnswer | undefined;
};

/** Where a company asks for invoices, says for whom, and takes it back. */
export function InvoicePage({ id, signature, details, notice, answer }: InvoicePageProps) {
  const { receipt } = usePhrases();
  const href = useHref();
  const query = signature ? `?token=${encodeURIComponent(signature)}` : "";
  const purchase = `/purchase/${encodeURIComponent(id)}`;
  return (
    <div className="wrap pt-8">
      <div className="narrow">
        <h1 className="t-page">{receipt.invoiceHeading}</h1>
        {notice && !answer ? (
          <Notice role="status" icon="check" className="mt-4">
            {receipt.notices[notice]}
          </Notice>
        ) : null}
        <p className="lead mt-4">{receipt.invoiceLead}</p>
        <InvoiceForm
          action={href(`${purchase}/invoice${query}`)}
          details={details}
          answer={answer}
        />
        <p className="small quiet mt-6">{receipt.invoicePrivacy}</p>
        <p className="mt-6">
          <a className="link tap" href={href(`${purchase}${query}`)}>
            {receipt.back}
          </a>
        </p>
      </div>
    </div>
  );
}
