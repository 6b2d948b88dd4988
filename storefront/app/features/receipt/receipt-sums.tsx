import { formatInstant } from "@cho-lang/shared/calendar";
import type { OrderReceipt } from "@cho-lang/shared/contracts/receipt";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";

export type ReceiptSumsProps = { receipt: OrderReceipt; words: string };

/** What it cost, in digits and in words, and what became of each đồng of it. */
export function ReceiptSums({ receipt, words }: ReceiptSumsProps) {
  const { receipt: say } = usePhrases();
  const { shipping, discount_vnd, total_vnd, paid_vnd, refunded_vnd } = receipt;
  return (
    <div className="receipt-sums">
      <dl>
        {shipping ? <Sum label={say.shipping(shipping.name)} amount={shipping.price_vnd} /> : null}
        {discount_vnd > 0 ? <Sum label={say.discount} amount={-discount_vnd} /> : null}
        <Sum label={say.total} amount={total_vnd} isTotal />
      </dl>
      <p>
        {say.inWords} <em>{words}.</em>
      </p>
      <dl>
        <Sum label={say.paid} amount={paid_vnd} />
        <Moves moves={receipt.payments} />
        {refunded_vnd > 0 ? (
          <>
            <Sum label={say.refunded} amount={-refunded_vnd} />
            <Moves moves={receipt.refunds} />
            <Sum label={say.kept} amount={paid_vnd - refunded_vnd} />
          </>
        ) : null}
        {receipt.written_off_vnd > 0 ? (
          <Sum label={say.writtenOff} amount={receipt.written_off_vnd} />
        ) : null}
        {receipt.not_owed_vnd > 0 ? (
          <Sum label={say.notOwed} amount={receipt.not_owed_vnd} />
        ) : null}
        <Sum label={say.due} amount={receipt.due_vnd} isTotal />
      </dl>
    </div>
  );
}

function Sum(props: { label: string; amount: number; isTotal?: boolean }) {
  const language = useLanguage();
  return (
    <div className={props.isTotal ? "receipt-total" : undefined}>
      <dt>{props.label}</dt>
      <dd className="num">{formatVnd(props.amount, language)}</dd>
    </div>
  );
}

/** When it came or went, each with its part. */
function Moves({ moves }: { moves: OrderReceipt["payments"] }) {
  const language = useLanguage();
  return moves.map(({ at, amount_vnd }) => (
    <div key={`${at}${amount_vnd}`} className="small quiet">
      <dt>{formatInstant(new Date(at), language)}</dt>
      <dd className="num">{formatVnd(amount_vnd, language)}</dd>
    </div>
  ));
}
