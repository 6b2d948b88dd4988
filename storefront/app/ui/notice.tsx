import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeProps = {
  children: ReactNode;
  /** Attention is gold; calm is grey, for what is only good to know. */
  tone?: "attention" | "calm";
  icon?: IconName;
  /** In place of the icon, such as a seal. */
  picture?: ReactNode;
  /** Alert is read aloud at once: an answer to what the visitor just did. */
  role?: "alert" | "status";
  className?: string;
};

export function Notice({
  children,
  tone = "attention",
  icon = "info",
  picture,
  role,
  className,
}: NoticeProps) {
  const classes = ["notice", tone === "calm" ? "notice-calm" : "", className ?? ""];
  return (
    <div className={classes.filter(Boolean).join(" ")} role={role}>
      {picture ?? <Icon name={icon} />}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
