import type { InputHTMLAttributes, ReactNode } from "react";

type ChoiceFacts = {
  label: ReactNode;
  /** Second line, smaller. */
  note?: ReactNode;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "type">;

/** One of a few ways, each explained: delivery, payment, pack size. */
export function RadioCard({ label, note, className, ...rest }: ChoiceFacts) {
  return (
    <label className={className ? `radio-card ${className}` : "radio-card"}>
      <input type="radio" {...rest} />
      <span>
        <span className="block font-medium">{label}</span>
        {note ? <span className="small quiet block">{note}</span> : null}
      </span>
    </label>
  );
}

/** A box to tick, with its whole row to press. `note` stands at the right, as a count does. */
export function CheckRow({ label, note, className, ...rest }: ChoiceFacts) {
  return (
    <label className={className ? `check-row ${className}` : "check-row"}>
      <input type="checkbox" {...rest} />
      <span className="flex-1">{label}</span>
      {note === undefined ? null : <span className="num small quiet">{note}</span>}
    </label>
  );
}
