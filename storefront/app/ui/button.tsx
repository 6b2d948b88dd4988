import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";

export type ButtonLook = {
  /** Solid for the one deed of a page or group, outline for the others, plain for the least. */
  look?: "solid" | "outline" | "plain";
};

const CLASS = { solid: "btn", outline: "btn btn-outline", plain: "btn btn-plain" } as const;

function join(look: keyof typeof CLASS, className: string | undefined): string {
  return className ? `${CLASS[look]} ${className}` : CLASS[look];
}

/** A deed; its label says what will have been done ("Đã gói xong"). */
export function Button({
  look = "solid",
  className,
  type = "submit",
  ...rest
}: ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={join(look, className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  look = "solid",
  className,
  children,
  ...rest
}: ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a className={join(look, className)} {...rest}>
      {children}
    </a>
  );
}
