import type { InputHTMLAttributes } from "react";

export type StepperProps = {
  name: string;
  /** Spoken label of the number, such as "Số lượng Trà shan tuyết". */
  label: string;
  /** Spoken labels of the two buttons. */
  lessLabel: string;
  moreLabel: string;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "name">;

/** A number field with − and +; without script the field alone is left. */
export function Stepper({ name, label, lessLabel, moreLabel, min = 1, ...rest }: StepperProps) {
  return (
    <span className="stepper" data-stepper>
      <button type="button" className="needs-script" data-step="-1" aria-label={lessLabel}>
        −
      </button>
      <input type="number" inputMode="numeric" name={name} aria-label={label} min={min} {...rest} />
      <button type="button" className="needs-script" data-step="1" aria-label={moreLabel}>
        +
      </button>
    </span>
  );
}
