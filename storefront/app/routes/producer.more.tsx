import { MEMBER_ROLES, memberRoleLabel } from "@cho-lang/shared/domain/producer";
import { Link } from "@remix-run/react";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Icon } from "~/ui/icon";

export const meta = portalMeta(({ portal }) => portal.moreTitle);

/** What one needs seldom: what buyers ask, the team, the shop as buyers see it, and the way out. */
export default function More() {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { member, producer, actions, requests } = useMe();
  const role = MEMBER_ROLES.find((each) => each === member.role);
  return (
    <>
      <h1 className="t-page">{portal.moreTitle}</h1>
      <p className="mt-2 mb-4">
        {portal.signedInAs({
          name: member.name,
          role: role ? memberRoleLabel(role, language) : member.role,
        })}
        <span className="small quiet block">{member.email}</span>
      </p>
      <ul className="ways rule">
        {actions.includes("read_orders") ? (
          <li>
            <Link to={href("/producer/requests")}>
              <Icon name="return" />
              {portal.requests.title}
              {requests.waiting > 0 ? (
                <span className="tab-count">{portal.requests.waitingSpoken(requests.waiting)}</span>
              ) : null}
            </Link>
          </li>
        ) : null}
        {actions.includes("read_certificates") ? (
          <li>
            <Link to={href("/producer/certificates")}>
              <Icon name="seal" />
              {portal.certificatesTitle}
            </Link>
          </li>
        ) : null}
        {actions.includes("manage_team") ? (
          <li>
            <Link to={href("/producer/team")}>
              <Icon name="people" />
              {portal.team}
            </Link>
          </li>
        ) : null}
        {producer.status === "open" ? (
          <li>
            <a href={href(`/producers/${producer.handle}`)}>
              <Icon name="share" />
              {portal.publicShop}
            </a>
          </li>
        ) : null}
        <li>
          <a href={href("/")}>
            <Icon name="basket" />
            {portal.market}
          </a>
        </li>
        <li>
          <form method="post" action={href("/producer/logout")}>
            <button type="submit">
              <Icon name="out" />
              {portal.signOut}
            </button>
          </form>
        </li>
      </ul>
    </>
  );
}
