import type { ReactNode } from "react";

/** Fields that ask the same thing, under its name. */
export function FilterGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="filter">
      <legend className="legend">{title}</legend>
      {children}
    </fieldset>
  );
}
