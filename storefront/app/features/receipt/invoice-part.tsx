import type { InvoiceDetails } from "@cho-lang/shared/contracts/receipt";
import { useHref, usePhrases } from "~/language/phrases";

export type InvoicePartProps = {
  /** The purchase's. */
  id: string;
  details: InvoiceDetails | null;
  /** The link's; null for a customer who is signed in. */
  signature: string | null;
};

/** On the purchase's page: for whom the invoices are made out, and the way to say so. */
export function InvoicePart({ id, details, signature }: InvoicePartProps) {
  const { receipt } = usePhrases();
  const href = useHref();
  const query = signature ? `?token=${encodeURIComponent(signature)}` : "";
  return (
    <div className="no-print" id="invoice">
      <h3 className="font-semibold">{receipt.invoiceHeading}</h3>
      {details ? (
        <p>
          {details.company}
          <span className="num block">{receipt.taxNumber(details.tax_number)}</span>
        </p>
      ) : null}
      <a className="link tap" href={href(`/purchase/${encodeURIComponent(id)}/invoice${query}`)}>
        {details ? receipt.changeInvoice : receipt.askInvoice}
      </a>
    </div>
  );
}
