import { formatInstant } from "@cho-lang/shared/calendar";
import type { OrderReceipt } from "@cho-lang/shared/contracts/receipt";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";

type Line = OrderReceipt["lines"][number];

/** What was bought; on a phone unit, quantity and price stand below the name. */
export function ReceiptLines({ lines }: { lines: OrderReceipt["lines"] }) {
  const { receipt: say } = usePhrases();
  return (
    <table className="receipt-lines">
      <caption className="sr">{say.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{say.line}</th>
          <th scope="col" className="receipt-wide">
            {say.unit}
          </th>
          <th scope="col" className="receipt-wide receipt-number">
            {say.quantity}
          </th>
          <th scope="col" className="receipt-wide receipt-number">
            {say.price}
          </th>
          <th scope="col" className="receipt-number">
            {say.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and never move.
          <LineRow key={index} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function LineRow({ line }: { line: Line }) {
  const { receipt: say } = usePhrases();
  const language = useLanguage();
  const quantity = formatNumber(line.quantity, language);
  const price = formatVnd(line.price_vnd, language);
  return (
    <tr>
      <th scope="row">
        {line.title}
        {line.starts_at ? (
          <span className="small quiet block">
            {say.visitAt(formatInstant(new Date(line.starts_at), language))}
          </span>
        ) : null}
        <span className="receipt-narrow small quiet">
          {line.unit} · {quantity} × {price}
        </span>
      </th>
      <td className="receipt-wide">{line.unit}</td>
      <td className="receipt-wide receipt-number num">{quantity}</td>
      <td className="receipt-wide receipt-number num">{price}</td>
      <td className="receipt-number num">{formatVnd(line.amount_vnd, language)}</td>
    </tr>
  );
}
