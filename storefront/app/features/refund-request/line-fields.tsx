import type { RefundChoice } from "@cho-lang/shared/contracts/refund-request";
import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { Part } from "./part";

/** Above this many pieces a number is typed; a list would be too long. */
const LONGEST_LIST = 30;

type Line = RefundChoice["lines"][number];

export type LineFieldsProps = {
  lines: readonly Line[];
  /** How many of each ticked line. */
  quantities: Record<string, number>;
  fault: string | undefined;
  isFirst: boolean;
};

/** Which goods: a box to tick for each line, and how many of it when there are several. */
export function LineFields({ lines, quantities, fault, isFirst }: LineFieldsProps) {
  const { refundRequest: words } = usePhrases();
  return (
    <Part name="lines" legend={words.which} hint={words.whichHint} fault={fault}>
      <ul>
        {lines.map((line, index) => (
          <li key={line.id} className="request-line">
            <label>
              <input
                type="checkbox"
                name="line"
                value={line.id}
                defaultChecked={quantities[line.id] !== undefined}
                {...takesFocus(isFirst && index === 0)}
              />
              <Picture picture={line.picture} className="request-picture" isDecoration />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{line.title}</span>
                {line.unit ? <span className="small quiet block">{line.unit}</span> : null}
                <Price amount={line.total_vnd} />
              </span>
            </label>
            {line.quantity > 1 ? (
              <Quantity line={line} chosen={quantities[line.id] ?? line.quantity} />
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Quantity({ line, chosen }: { line: Line; chosen: number }) {
  const { refundRequest: words } = usePhrases();
  const name = `quantity.${line.id}`;
  return (
    <div className="request-quantity">
      <label htmlFor={name} aria-label={words.howManyOf(line.title)}>
        {words.howMany}
      </label>
      {line.quantity > LONGEST_LIST ? (
        <input
          type="number"
          inputMode="numeric"
          id={name}
          name={name}
          className="input"
          min={1}
          max={line.quantity}
          defaultValue={chosen}
        />
      ) : (
        <select id={name} name={name} className="input" defaultValue={chosen}>
          {Array.from({ length: line.quantity }, (_, index) => index + 1).map((count) => (
            <option key={count} value={count}>
              {words.of({ count, most: line.quantity })}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
