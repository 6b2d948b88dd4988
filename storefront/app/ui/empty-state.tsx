import type { ReactNode } from "react";

export type EmptyStateProps = {
  title: string;
  /** What to do now. */
  children: ReactNode;
  /** 1 where the whole page is empty. */
  level?: 1 | 2;
};

/** Nothing is here: says so plainly, and what to do. */
export function EmptyState({ title, children, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <div className="empty">
      <Title className={level === 1 ? "t-page" : "t-section"}>{title}</Title>
      <div className="lead mt-4 grid justify-items-start gap-4">{children}</div>
    </div>
  );
}
