import type { AnchorHTMLAttributes, ReactNode } from "react";
import { usePhrases } from "~/language/phrases";
import { Icon } from "./icon";

/**
 * A real dialog. Its opener is a link to its #id: with script it opens as a modal, without
 * script as a layer over the page that the closing link takes away.
 */
export function Dialog({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  const { common } = usePhrases();
  return (
    <dialog id={id} className="dialog" aria-labelledby={`${id}-title`} data-dialog>
      <div className="dialog-head">
        <h2 className="t-sub" id={`${id}-title`}>
          {title}
        </h2>
        <a className="icon-link" href="#main" data-closes aria-label={common.close}>
          <Icon name="close" />
        </a>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

/** Opens the dialog of that id. */
export function DialogOpener({
  opens,
  children,
  ...rest
}: { opens: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">) {
  return (
    <a href={`#${opens}`} data-opens={opens} {...rest}>
      {children}
    </a>
  );
}
