import type { ReactNode } from "react";

export type PartProps = {
  /** For the names of its own sentences. */
  name: string;
  legend: string;
  hint?: string | undefined;
  /** What is wrong with it. */
  fault: string | undefined;
  className?: string;
  children: ReactNode;
};

/** A part of a form with several controls: what it asks, and what is wrong with it. */
export function Part({ name, legend, hint, fault, className, children }: PartProps) {
  const described = [hint ? `${name}-hint` : "", fault ? `${name}-error` : ""].filter(Boolean);
  return (
    <fieldset
      className={className ? `request-part ${className}` : "request-part"}
      {...(described.length > 0 ? { "aria-describedby": described.join(" ") } : {})}
    >
      <legend className="request-legend">{legend}</legend>
      {hint ? (
        <p className="small quiet" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p className="fault" id={`${name}-error`}>
          {fault}
        </p>
      ) : null}
      {children}
    </fieldset>
  );
}
