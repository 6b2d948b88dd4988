import { Icon } from "./icon";

/** A chosen filter; pressing it takes it away. `spoken` says so to a screen reader. */
export function Chip({ label, href, spoken }: { label: string; href: string; spoken: string }) {
  return (
    <a className="chip" href={href} aria-label={spoken} rel="nofollow">
      {label}
      <Icon name="close" size={16} />
    </a>
  );
}

/** A word set apart that cannot be pressed, such as "Giao lạnh". */
export function Tag({ label }: { label: string }) {
  return <span className="chip">{label}</span>;
}
