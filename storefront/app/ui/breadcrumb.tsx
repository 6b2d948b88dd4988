import { usePhrases } from "~/language/phrases";

export type Crumb = { label: string; href?: string };

/** The way here from the market's door; the last crumb is this page and no link. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { common } = usePhrases();
  return (
    <nav aria-label={common.breadcrumb}>
      <ol className="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={label}>
            {href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
