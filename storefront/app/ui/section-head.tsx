import type { ReactNode } from "react";

export type SectionHeadProps = {
  /** At most six words, in normal case. */
  title: string;
  id?: string;
  /** One line or one link at the right. */
  children?: ReactNode;
};

/** A rule, the section's title, and one line or link beside it. */
export function SectionHead({ title, id, children }: SectionHeadProps) {
  return (
    <div className="section-head">
      <h2 className="t-section" id={id}>
        {title}
      </h2>
      {children}
    </div>
  );
}
