import { formatInstant } from "@cho-lang/shared/calendar";
import type { OrderReceipt } from "@cho-lang/shared/contracts/receipt";
import { paymentMethodLabel } from "@cho-lang/shared/domain/payment";
import { legalFormLabel } from "@cho-lang/shared/domain/producer";
import { progressLabel } from "@cho-lang/shared/domain/purchase";
import { formatPhone } from "@cho-lang/shared/phone";
import type { ReactNode } from "react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { ReceiptLines } from "./receipt-lines";
import { ReceiptSums } from "./receipt-sums";

export type ReceiptPageProps = {
  receipt: OrderReceipt;
  /** The total in words. */
  words: string;
  /** The link's signature; null for a customer who is signed in. */
  signature: string | null;
};

/** The receipt of one producer's order: one sheet of A4, and readable on a phone. */
export function ReceiptPage({ receipt, words, signature }: ReceiptPageProps) {
  const { receipt: say } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { purchase, order, producer } = receipt;
  const query = signature ? `?token=${encodeURIComponent(signature)}` : "";
  return (
    <article className="wrap receipt pt-8">
      <header>
        <p className="receipt-market font-semibold">Chợ Làng</p>
        <h1 className="t-page">
          {say.heading} <span className="num font-sans">{order.number}</span>
        </h1>
        <p className="quiet">
          {say.ofPurchase(purchase.number)} ·{" "}
          {say.placedAt(formatInstant(new Date(purchase.placed_at), language))}
        </p>
        <p>
          {say.stands} <strong>{progressLabel(order.progress, language)}</strong>
        </p>
      </header>
      {order.cancelled_at ? (
        <Notice icon="warn" className="mt-3">
          {say.cancelled(formatInstant(new Date(order.cancelled_at), language))}
        </Notice>
      ) : null}
      <div className="receipt-parties">
        <Producer producer={producer} />
        <Buyer receipt={receipt} />
      </div>
      <ReceiptLines lines={receipt.lines} />
      <ReceiptSums receipt={receipt} words={words} />
      <footer className="small mt-6">
        <p className="font-semibold">{say.noInvoice}</p>
        <p>{say.whoInvoices(producer.name)}</p>
        <p className="no-print mt-3">{say.print}</p>
        <p className="no-print mt-3">
          <a
            className="link tap"
            href={href(`/purchase/${encodeURIComponent(purchase.id)}${query}`)}
          >
            {say.back}
          </a>
        </p>
      </footer>
    </article>
  );
}

function Party({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="small quiet">{title}</h2>
      {children}
    </section>
  );
}

function Producer({ producer }: { producer: OrderReceipt["producer"] }) {
  const { receipt: say } = usePhrases();
  const language = useLanguage();
  const { registration } = producer;
  return (
    <Party title={say.producer}>
      <p className="font-semibold">{producer.name}</p>
      <p>{legalFormLabel(producer.legal_form, language)}</p>
      {registration ? (
        <p className="num">
          {(registration.is_tax_number ? say.taxNumber : say.registration)(registration.number)}
        </p>
      ) : null}
      <p>{producer.address.join(", ")}</p>
      {producer.phone ? <p className="num">{say.phone(formatPhone(producer.phone))}</p> : null}
    </Party>
  );
}

function Buyer({ receipt: { buyer, invoice, method } }: { receipt: OrderReceipt }) {
  const { receipt: say } = usePhrases();
  const language = useLanguage();
  return (
    <Party title={say.buyer}>
      <p className="font-semibold">{buyer.full_name}</p>
      <p className="num">{say.phone(formatPhone(buyer.phone))}</p>
      {buyer.address.length > 0 ? <p>{buyer.address.join(", ")}</p> : null}
      <p>{say.method(paymentMethodLabel(method, language))}</p>
      {invoice ? (
        <>
          <p className="mt-2">{say.invoiceFor(invoice.company)}</p>
          <p className="num">{say.taxNumber(invoice.tax_number)}</p>
          <p>{invoice.address}</p>
          <p className="break-all">{invoice.email}</p>
        </>
      ) : null}
    </Party>
  );
}
