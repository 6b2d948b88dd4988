import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useHref, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";

function kindOf(error: unknown): "notFound" | "refused" | "badRequest" | "closed" | "fault" {
  if (!isRouteErrorResponse(error)) return "fault";
  if (error.status === 404) return "notFound";
  if (error.status === 401 || error.status === 403) return "refused";
  if (error.status >= 502 && error.status <= 504) return "closed";
  return error.status < 500 ? "badRequest" : "fault";
}

/** What happened and what to do, where a page of the portal cannot be shown. */
export function PortalFault({ error }: { error: unknown }) {
  const { common, portal } = usePhrases();
  const { errors } = portal;
  const href = useHref();
  const { pathname, search } = useLocation();
  const kind = kindOf(error);
  const mayHelpToReload = kind === "closed" || kind === "fault";
  return (
    <div className="empty">
      <h1 className="t-page">{errors[kind]}</h1>
      <p className="lead mt-4">{errors[`${kind}Text`]}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        {mayHelpToReload ? (
          <ButtonLink href={pathname + search}>{common.errors.reload}</ButtonLink>
        ) : (
          <ButtonLink href={href("/producer")}>{errors.toToday}</ButtonLink>
        )}
      </p>
    </div>
  );
}
